"""What time words say, as small frozen operators that know no date until `.on(anchor)`.

>>> from timeline.meanings import Anchor, Month, Since, Last
>>> from timeline.spans import seconds
>>> Since(Last(Month(9)))
Since(Last(Month(9)))
>>> Since(Last(Month(9))).on(Anchor(seconds(2023, 3, 6))).edtf()
'2022-09/..'
"""

from timeline.meanings.absolute import Century, Decade, Figures, Fixed, ShortYear, Year
from timeline.meanings.base import LEANS, Anchor, Meaning, Recurring
from timeline.meanings.counted import (
    Beside,
    Closest,
    CountedDay,
    Lasting,
    LongWeekend,
    NumberedDay,
    ToDate,
    WeekdayOfMonth,
    WorkWeek,
)
from timeline.meanings.fiscal import Ended, FiscalPart, FiscalQuarter, FiscalYear, YearEnd
from timeline.meanings.hedged import About
from timeline.meanings.holidays import Holiday
from timeline.meanings.hours import Clock, Hours
from timeline.meanings.lengths import Length, Reference, Repeated, Then, Unknown
from timeline.meanings.parts import Around, In, Like, Nth, SamePeriod
from timeline.meanings.ranges import (
    After,
    Before,
    Between,
    By,
    Close,
    Each,
    NotBefore,
    Since,
    Throughout,
    Until,
)
from timeline.meanings.recurring import (
    DayOfMonth,
    Half,
    Month,
    MonthDay,
    Overnight,
    Part,
    PartOfDay,
    Quarter,
    Season,
    Unit,
    Weekday,
)
from timeline.meanings.relative import Day, From, Last, Latest, Next, Now, Shift, This
from timeline.meanings.stages import (
    HALVES,
    SMALL_HOURS,
    STAGES,
    Edge,
    Opening,
    Stage,
    Turn,
    find_stage,
)
from timeline.meanings.stretches import Coming, InLength, Past, Rest, Term, WorkDays

__all__ = [
    "HALVES",
    "LEANS",
    "SMALL_HOURS",
    "STAGES",
    "About",
    "After",
    "Anchor",
    "Around",
    "Before",
    "Beside",
    "Between",
    "By",
    "Century",
    "Clock",
    "Close",
    "Closest",
    "Coming",
    "CountedDay",
    "Day",
    "DayOfMonth",
    "Decade",
    "Each",
    "Edge",
    "Ended",
    "Figures",
    "FiscalPart",
    "FiscalQuarter",
    "FiscalYear",
    "Fixed",
    "From",
    "Half",
    "Holiday",
    "Hours",
    "In",
    "InLength",
    "Last",
    "Lasting",
    "Latest",
    "Length",
    "Like",
    "LongWeekend",
    "Meaning",
    "Month",
    "MonthDay",
    "Next",
    "NotBefore",
    "Now",
    "Nth",
    "NumberedDay",
    "Opening",
    "Overnight",
    "Part",
    "PartOfDay",
    "Past",
    "Quarter",
    "Recurring",
    "Reference",
    "Repeated",
    "Rest",
    "SamePeriod",
    "Season",
    "Shift",
    "ShortYear",
    "Since",
    "Stage",
    "Term",
    "Then",
    "This",
    "Throughout",
    "ToDate",
    "Turn",
    "Unit",
    "Unknown",
    "Until",
    "Weekday",
    "WeekdayOfMonth",
    "WorkDays",
    "WorkWeek",
    "Year",
    "YearEnd",
    "find_stage",
]

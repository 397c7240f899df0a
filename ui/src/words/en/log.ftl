### The purpose log as a document.

log-title = Purpose log
# eg "March 2025 to November 2026"
log-span = { $from } to { $to }
log-span-empty = No moments yet

# eg "Helped, 21 November 2026"
log-kind-day = { $kind }, { $day }
# Between things that are counted up: "moved, useful"
log-between = { ", " }

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
# eg "November 2026"
month-year = { $month } { $year }
# eg "21 November 2026"; $month already holds the year
day-month = { $day } { $month }

# Words of paper, language en. Keys start with `paper-`; all languages hold the same keys and variables.

## Numbers, dates, durations
paper-list = { $before } and { $last }
paper-moment = { $day } { $month } { $year }, { $hour }:{ $minute } ({ $offset })
paper-moment-long = { $weekday } { $day } { $month } { $year }, { $hour }:{ $minute } ({ $offset })
paper-date = { $day } { $month } { $year }
paper-days = { $n ->
    [one] { $n } day
   *[other] { $n } days
}
paper-hours = { $n ->
    [one] { $n } hour
   *[other] { $n } hours
}
paper-minutes = { $n ->
    [one] { $n } minute
   *[other] { $n } minutes
}
paper-month-1 = January
paper-month-2 = February
paper-month-3 = March
paper-month-4 = April
paper-month-5 = May
paper-month-6 = June
paper-month-7 = July
paper-month-8 = August
paper-month-9 = September
paper-month-10 = October
paper-month-11 = November
paper-month-12 = December
paper-weekday-1 = Monday
paper-weekday-2 = Tuesday
paper-weekday-3 = Wednesday
paper-weekday-4 = Thursday
paper-weekday-5 = Friday
paper-weekday-6 = Saturday
paper-weekday-7 = Sunday

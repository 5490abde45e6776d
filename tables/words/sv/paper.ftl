# Words of paper, language sv. Keys start with `paper-`; all languages hold the same keys and variables.

## Numbers, dates, durations
paper-list = { $before } och { $last }
paper-moment = { $day } { $month } { $year } kl. { $hour }.{ $minute } ({ $offset })
paper-moment-long = { $weekday } { $day } { $month } { $year } kl. { $hour }.{ $minute } ({ $offset })
paper-date = { $day } { $month } { $year }
paper-days = { $n } dygn
paper-hours = { $n ->
    [one] { $n } timme
   *[other] { $n } timmar
}
paper-minutes = { $n ->
    [one] { $n } minut
   *[other] { $n } minuter
}
paper-month-1 = januari
paper-month-2 = februari
paper-month-3 = mars
paper-month-4 = april
paper-month-5 = maj
paper-month-6 = juni
paper-month-7 = juli
paper-month-8 = augusti
paper-month-9 = september
paper-month-10 = oktober
paper-month-11 = november
paper-month-12 = december
paper-weekday-1 = måndag
paper-weekday-2 = tisdag
paper-weekday-3 = onsdag
paper-weekday-4 = torsdag
paper-weekday-5 = fredag
paper-weekday-6 = lördag
paper-weekday-7 = söndag

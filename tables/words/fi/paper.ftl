# Words of paper, language fi. Keys start with `paper-`; all languages hold the same keys and variables.

## Numbers, dates, durations
paper-list = { $before } ja { $last }
paper-moment = { $day }.{ $monthnumber }.{ $year } klo { $hour }.{ $minute } ({ $offset })
paper-moment-long = { $weekday } { $day }.{ $monthnumber }.{ $year } klo { $hour }.{ $minute } ({ $offset })
paper-date = { $day }.{ $monthnumber }.{ $year }
paper-days = { $n ->
    [one] { $n } vuorokausi
   *[other] { $n } vuorokautta
}
paper-hours = { $n ->
    [one] { $n } tunti
   *[other] { $n } tuntia
}
paper-minutes = { $n ->
    [one] { $n } minuutti
   *[other] { $n } minuuttia
}
paper-month-1 = tammikuuta
paper-month-2 = helmikuuta
paper-month-3 = maaliskuuta
paper-month-4 = huhtikuuta
paper-month-5 = toukokuuta
paper-month-6 = kesäkuuta
paper-month-7 = heinäkuuta
paper-month-8 = elokuuta
paper-month-9 = syyskuuta
paper-month-10 = lokakuuta
paper-month-11 = marraskuuta
paper-month-12 = joulukuuta
paper-weekday-1 = maanantaina
paper-weekday-2 = tiistaina
paper-weekday-3 = keskiviikkona
paper-weekday-4 = torstaina
paper-weekday-5 = perjantaina
paper-weekday-6 = lauantaina
paper-weekday-7 = sunnuntaina

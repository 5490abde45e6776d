# Words of judge, language sv. Keys start with `judge-`; all languages hold the same keys and variables.
# Each rule has four messages: title (a few words), why (what was seen), fix (what to change), law (the source).
# Arguments are the facts of a finding; identifiers, roles, switches and consents arrive in words.
# Section 205 of the Finnish Act on Electronic Communications Services (917/2014): Helsinki Administrative Court, release of
# 2024-10-09, https://www.sttinfo.fi/tiedote/70615323, read 2026-11-26.

## Parts of sentences
judge-held = Granskningen höll kvar det innan det lämnade webbläsaren; från en besökare skickas det.
judge-contacts = { $contact ->
    [connection] { $count ->
        [one] en anslutning utan något anrop
       *[other] { $count } anslutningar utan något anrop
    }
   *[request] { $count ->
        [one] ett anrop
       *[other] { $count } anrop
    }
}
judge-disguise = { $disguise ->
    [plain] Gick att läsa som det var.
    [reversed] Skrivet baklänges, vilket vem som helst kan läsa.
    [encoded] Bara omkodat, vilket vem som helst kan göra ogjort.
   *[hashed] Hashat, men en mottagare som har samma värde känner ändå igen det.
}
judge-how = { $how ->
    [automatic] Mottagarens eget skript hämtade det själv från sidan.
    [given] Webbplatsen lämnade över det.
    [own-form] Det skrevs in i mottagarens eget formulär, i dess ram på sidan.
    [another-script] Ett skript från { $script_owner } lade det där.
   *[unknown] Av anropet framgår inte vem som lade det där.
}
judge-change-at = { $has_settings_page ->
    [yes] Inställningen finns här: { $settings_page }
   *[no] Tabellerna känner inte till någon inställningssida för mottagaren; fråga den som har kontot där.
}
judge-not-looked-at = Den här gången granskades inte det som fyndet såg: den tidigare granskningen hade sidor, vägar, samtyckessvar, skript eller inställningar hos mottagare som den här saknar. Då stod här:
judge-severity-kept = Den räknas som lika allvarlig som i den tidigare granskningen: det som gjorde den det granskades inte på nytt.

## Reasons for a severity
judge-reason-someone-else = uppgiften rör någon annan än besökaren
judge-reason-not-hashed = uppgiften var inte hashad
judge-reason-after-refusal = besökaren hade nekat samtycke
judge-reason-closed-zone = ingen alls får finnas på de här sidorna
judge-reason-taken-automatically = mottagarens skript hämtade uppgiften själv
judge-reason-password = ett lösenord släpper in den som har det
judge-reason-key-by-key = det som skrivs skickas tangent för tangent
judge-reason-hears-inputs = skriptet lyssnar på all inmatning på sidan och läsbar text från flera fält kom fram
judge-reason-replay-form = det som skickades har formen av en inspelning (rrweb)
judge-reason-uncertain = träffen kan vara en slump
judge-reason-indirect = värdet pekar inte ensamt ut en person
judge-reason-typed-text = vad en besökare än skriver i fältet når mottagaren
judge-reason-seen-in-traffic = trafiken visar det
judge-reason-served-only = än så länge visar bara konfigurationen det
judge-reason-off-although-declared = en funktion som har beslutats är avstängd
judge-reason-tracker = mottagaren följer personer mellan webbplatser eller spelar in besök
judge-reason-declared = mottagaren finns i deklarationen
judge-reason-not-declared = mottagaren finns inte i deklarationen
judge-reason-turned-on = inställningen slogs på
judge-reason-turned-off = inställningen slogs av
judge-reason-before-answer = det kom innan besökaren hade svarat
judge-reason-known-recipient = mottagaren var känd sedan tidigare
judge-reason-sent-by-it = ett av skripten skickade personuppgifter
judge-reason-identifiers-sent = personuppgifter gick dit
judge-reason-own-cookies = tjänstens egna kakor gick dit

## What a declaration leaves unsaid
judge-lacks-role = roll
judge-lacks-purpose = ändamål
judge-lacks-assessment = bedömning

## undeclared-personal-data
judge-undeclared-personal-data-title = Ej beslutad uppgift till { $recipient }: { $identifier } ({ $role })
judge-undeclared-personal-data-why = { $recipient } tog emot: { $identifier }. Person: { $role }. { $reason ->
    [no-declaration] Det finns ingen deklaration, så inget är känt som tillåtet.
    [no-zone] Sidan ligger inte i någon av deklarationens zoner.
    [not-listed] Deklarationen tillåter inte den här mottagaren på de här sidorna.
   *[not-this-data] Deklarationen tillåter mottagaren här, men inte det här slaget av uppgifter.
} { judge-disguise } { judge-how } { $count ->
    [one] Sågs en gång.
   *[other] Sågs { $count } gånger.
}
judge-undeclared-personal-data-fix = Om överföringen inte är avsedd: stäng av insamlingen där den är inställd och kör granskningen igen. Om den är avsedd: bedöm den, avgör den rättsliga grunden och skriv in den i deklarationen. { judge-change-at }
judge-undeclared-personal-data-law = Dataskyddsförordningen artikel 5.1 b och 6 (ändamål och rättslig grund), 5.2 och 24 (ansvarsskyldighet), 32 (säkerhet). En överföring som aldrig var avsedd kan vara en personuppgiftsincident, artikel 4.12 och 33. Jämför IMY-2022-3822.

## someone-elses-data
judge-someone-elses-data-title = Någon annans uppgifter till { $recipient }: { $identifier }
judge-someone-elses-data-why = { $recipient } tog emot: { $identifier }. Uppgiften tillhör { $role }, inte besökaren. Den personen var inte på sidan, har inte fått information och har inte samtyckt till något. { judge-disguise } { judge-how } { $count ->
    [one] Sågs en gång.
   *[other] Sågs { $count } gånger.
}
judge-someone-elses-data-fix = Håll mottagaren borta från sidor där man skriver in andras uppgifter, eller stäng av dess insamling från formulär. Besökarens samtycke hjälper inte. { judge-change-at }
judge-someone-elses-data-law = Dataskyddsförordningen artikel 6 (rättslig grund), 4.11 och 7 (samtycke lämnar man för egen del), 14 (information), 25 och 32. I IMY-2022-3822 var det de inbjudna som drabbades.

## setting-conflict
judge-setting-conflict-title = Motsägande inställning hos { $recipient }: { $setting }
judge-setting-conflict-why = Inställning: { $setting }, konto { $account } hos { $recipient }. Beslutat: { $declared }. Mottagaren lämnar ut till varje webbläsare: { $served }. Iakttaget i trafiken: { $observed }. { $through ->
    [platform] { $platform } säger { $platform_says ->
        [on] på
        [off] av
       *[unknown] ingenting
    }; mottagarens egen konfiguration har företräde.
    [traffic] Trafiken visar vad som hände, oavsett vad som beslutats eller lämnats ut.
   *[declaration] Mottagarens egen konfiguration har företräde framför det som beslutats.
}
judge-setting-conflict-fix = Ändra inställningen i mottagarens eget verktyg, inte bara i er plattform, och kör granskningen igen. { judge-change-at }
judge-setting-conflict-law = Dataskyddsförordningen artikel 32.1 d (åtgärder ska testas regelbundet), 24 och 25. IMY-2022-3822 handlade om just den här motsägelsen.

## automatic-matching-on
judge-automatic-matching-on-title = { $recipient } hämtar själv uppgifter ur formulär
judge-automatic-matching-on-why = Automatisk matchning är på för konto { $account } hos { $recipient }, och ingen deklaration säger att den får vara det. Utlämnat: { $served }. Iakttaget: { $observed }. Mottagarens skript väljer fälten, även dolda fält och andras uppgifter.
judge-automatic-matching-on-fix = Stäng av den automatiska matchningen, eller bedöm den och skriv in den i deklarationen. { judge-change-at }
judge-automatic-matching-on-law = Dataskyddsförordningen artikel 4.7, 24 och 25, samt 35 om risken är hög; 9 kap. 28 § LEK (e-integritetsdirektivet artikel 5.3), där PTS har tillsyn; i Finland 205 § lagen om tjänster inom elektronisk kommunikation, Traficom.

## forbidden-zone
judge-forbidden-zone-title = { $recipient } på sidor där den inte får finnas: { $zone }
judge-forbidden-zone-why = { $recipient } fick { judge-contacts } från sidor i zonen ”{ $zone }”. { $closed ->
    [yes] Deklarationen tillåter ingen annan där.
   *[no] Deklarationen nämner den inte där.
} Varje anrop avslöjar åtminstone besökarens nätverksadress och i regel vilken sida det gäller.
judge-forbidden-zone-fix = Ta bort det som laddas från { $hosts } på de här sidorna, leverera det själva, eller skriv in mottagaren med roll och ändamål.
judge-forbidden-zone-law = Dataskyddsförordningen artikel 5.1 b och c, 6 och 25; skäl 30 (nätverksadresser). Om sidan i sig avslöjar hälsa eller liknande: artikel 9.

## form-listening
judge-form-listening-title = { $recipient } { $listens ->
    [reads] läser formulärfält
    [hears] lyssnar på tangenter
   *[both] läser formulärfält och lyssnar på tangenter
}{ $zoned ->
    [yes] : { $zone }
   *[no] {""}
}
judge-form-listening-why = Ett skript från { $recipient } { $listens ->
    [reads] läste det som stod i formulärfält
    [hears] bad webbläsaren att få veta varje tangenttryckning
   *[both] läste det som stod i formulärfält och bad webbläsaren att få veta tangenttryckningar
}: { $fields }. Om det skickade något framgår av andra fynd; här hade det kunnat. Skript: { $initiator }{ $framed ->
    [yes] {" "}Det var i en egen ram, som besökare också skriver i: { $frames }.
   *[no] {""}
}
judge-form-listening-fix = Håll skriptet borta från sidor med formulär, eller stäng av dess insamling från formulär och tangenter. Om det är avsett: skriv in i deklarationen vilka uppgifter det får ha. { judge-change-at }
judge-form-listening-law = Dataskyddsförordningen artikel 5.1 c, 25 och 32; 9 kap. 28 § LEK (e-integritetsdirektivet artikel 5.3); i Finland 205 § lagen om tjänster inom elektronisk kommunikation.

## before-consent
judge-before-consent-title = Skickat före samtycke, till { $recipient }: { $identifiers } ({ $role })
judge-before-consent-why = { $recipient } tog emot: { $identifiers }. Person: { $role }. { $asked ->
    [yes] Då var samtyckesfrågan ännu inte besvarad.
    [no] Tjänsten hade inte frågat om samtycke.
   *[unknown] Då var samtyckesfrågan ännu inte besvarad, eller så ställdes den aldrig.
} { judge-disguise } { $count ->
    [one] Sågs en gång.
   *[other] Sågs { $count } gånger.
}
judge-before-consent-fix = Ladda mottagaren först när samtycke har getts; kontrollera att tagghanterarens utlösare väntar på det.
judge-before-consent-law = 9 kap. 28 § LEK (e-integritetsdirektivet artikel 5.3): PTS har tillsyn, inte IMY; i Finland 205 § lagen om tjänster inom elektronisk kommunikation, Traficom. Det som följer behöver en grund enligt dataskyddsförordningen artikel 6; samtycket ska komma först, artikel 4.11 och 7.

## after-refusal
judge-after-refusal-title = Skickat trots nekat samtycke, till { $recipient }: { $identifiers } ({ $role })
judge-after-refusal-why = { $recipient } tog emot: { $identifiers }. Person: { $role }. Besökaren hade nekat. { judge-disguise } { $count ->
    [one] Sågs en gång.
   *[other] Sågs { $count } gånger.
}
judge-after-refusal-fix = Se till att ett nej stoppar mottagaren: pröva samtyckesplattformens kategorier och tagghanterarens utlösare med den här resan.
judge-after-refusal-law = Dataskyddsförordningen artikel 5.1 a, 6 och 7.3; 9 kap. 28 § LEK (e-integritetsdirektivet artikel 5.3), där PTS har tillsyn; i Finland 205 § lagen om tjänster inom elektronisk kommunikation, Traficom.

## consent-ignored
judge-consent-ignored-title = { $refused ->
    [yes] Nekat samtycke följs inte: { $recipient }
   *[no] Laddas före svar: { $recipient }
}
judge-consent-ignored-why = { $recipient } fick { judge-contacts } { $refused ->
    [yes] efter att besökaren hade nekat.
   *[no] innan besökaren hade svarat på samtyckesfrågan, eller utan att den ställdes.
} Värdar: { $hosts }
judge-consent-ignored-fix = Ladda mottagaren först när samtycke har lämnats. Pröva nekandet med den här resan: samtyckesplattformens kategorier och tagghanterarens utlösare måste stämma överens.
judge-consent-ignored-law = 9 kap. 28 § LEK (e-integritetsdirektivet artikel 5.3): tillsyn av PTS, inte IMY; i Finland 205 § lagen om tjänster inom elektronisk kommunikation, Traficom.

## before-submission
judge-before-submission-title = Skickat medan formuläret fylldes i, till { $recipient }: { $identifier } ({ $role })
judge-before-submission-why = { $recipient } tog emot: { $identifier }. Person: { $role }. Fält: { $fields }. Uppgiften lämnade sidan medan formuläret fylldes i, innan det skickades. { judge-disguise }
judge-before-submission-fix = Stäng av mottagarens insamling av formulär eller tangenttryckningar. { judge-change-at }
judge-before-submission-law = Dataskyddsförordningen artikel 5.1 a och c, 25; 9 kap. 28 § LEK (e-integritetsdirektivet artikel 5.3); i Finland 205 § lagen om tjänster inom elektronisk kommunikation.

## identifier-in-address
judge-identifier-in-address-title = { $readable ->
    [no] Packat, inte hashat, i en adress
   *[yes] Läsbart i en adress
} till { $recipient }: { $identifier } ({ $role })
judge-identifier-in-address-why = { $readable ->
    [no] Ohashad uppgift, packad så att vem som helst kan packa upp den ({ $packed }): { $identifier }.
   *[yes] Läsbar uppgift: { $identifier }.
} Den stod i { $where ->
    [referer] sidans adress, som webbläsaren skickade vidare som Referer,
    [fragment] fragmentet av en adress, som inte går över nätet men som den andra partens skript läser,
   *[address] adressen för ett anrop
} till { $recipient }. Person: { $role }. Adresser sparas i loggar och statistik på vägen och hos mottagaren. Värdar: { $hosts }
judge-identifier-in-address-fix = Skicka formulär med POST, håll identifierande uppgifter borta ur sidornas adresser och sätt Referrer-Policy till strict-origin.
judge-identifier-in-address-law = Dataskyddsförordningen artikel 5.1 c och f, 25 och 32.

## interaction-beside-identifiers
judge-interaction-beside-identifiers-title = Vad som gjordes på sidan, med identifierande uppgift, till { $recipient }: { $identifiers } ({ $role })
judge-interaction-beside-identifiers-why = Anrop till { $recipient } som bar på { $identifiers } berättade också vad som gjordes: { $interaction }. Tillsammans beskriver de en persons beteende. Person: { $role }.
judge-interaction-beside-identifiers-fix = Skicka inga identifierande uppgifter med händelser, eller inga händelser med identifierande uppgifter; ta bort knapptexter och sidadresser ur händelserna.
judge-interaction-beside-identifiers-law = Dataskyddsförordningen artikel 5.1 c och 33.3 a (ska räknas med i bedömningen); artikel 9 om sidan avslöjar sådana uppgifter. IMY-2022-3822 nämner klick, händelser och sidöppningar.

## new-host
judge-new-host-title = Ny värd hos { $recipient } sedan förra körningen: { $hosts }
judge-new-host-why = { $recipient } var känd sedan tidigare, men inte med den här värden: { $hosts }. Den fick { judge-contacts }. En ny värd är ofta en ny funktion.
judge-new-host-fix = Ta reda på vad mottagaren gör där, och om bedömningen fortfarande håller.
judge-new-host-law = Dataskyddsförordningen artikel 24 och 32.1 d: ändringar måste märkas.

## new-recipient
judge-new-recipient-title = Ny mottagare sedan förra körningen: { $recipient }
judge-new-recipient-why = { $recipient } fick { judge-contacts } och hade inget förra gången. { $listed ->
    [yes] Den finns i deklarationen.
   *[no] Den finns inte i deklarationen.
} Värdar: { $hosts }
judge-new-recipient-fix = Ta reda på vem som lade till den och varför. Bedöm den och skriv in den i deklarationen, eller ta bort den.
judge-new-recipient-law = Dataskyddsförordningen artikel 24, 28, 35 och 44 (beslut, avtal, bedömning och överföring kommer före starten), 32.1 d.

## new-script
judge-new-script-title = Nya skript från { $recipient } sedan förra körningen
judge-new-script-why = { $count ->
    [one] Ett skript från { $recipient } laddades
   *[other] { $count } skript från { $recipient } laddades
} inte vid förra körningen: { $scripts }. Ett skript kan läsa allt på sidan.
judge-new-script-fix = Ta reda på vem som lade till det och varför. Bedöm det och skriv in ägaren i deklarationen, eller ta bort det.
judge-new-script-law = Dataskyddsförordningen artikel 24, 25 och 32.1 b och d.

## configuration-changed
judge-configuration-changed-title = Ändrad inställning hos { $recipient }: { $setting }
judge-configuration-changed-why = Inställning: { $setting }, konto { $account } hos { $recipient }. Vid förra körningen: { $before ->
    [on] på
    [off] av
   *[unknown] okänt
}. Nu: { $served }.
judge-configuration-changed-fix = Fråga vem som ändrade den och om ändringen har bedömts. { judge-change-at }
judge-configuration-changed-law = Dataskyddsförordningen artikel 32.1 d och 24: ändringar måste märkas. IMY-2022-3822 fann att ingen rutin gjorde det.

## plain-text-where-hash-declared
judge-plain-text-where-hash-declared-title = Utlovad hashning saknas, till { $recipient }: { $identifier } ({ $role })
judge-plain-text-where-hash-declared-why = Deklarationen säger att identifierande uppgifter till { $recipient } hashas. Den här var inte det: { $identifier }. Person: { $role }. { judge-disguise } Nycklar: { $keys }
judge-plain-text-where-hash-declared-fix = Hasha före sändningen eller skicka den inte; rätta deklarationen om den är fel. { judge-change-at }
judge-plain-text-where-hash-declared-law = Dataskyddsförordningen artikel 32.1 a (pseudonymisering), 5.1 f.

## tracker-alias
judge-tracker-alias-title = { $via ->
    [format] { $host } får uppgifter i formatet för { $recipient }
   *[cname] { $recipient } under ert eget namn: { $host }
}
judge-tracker-alias-why = { $via ->
    [format] { $host } är tjänstens egen server och fick hashat, under nycklarna för { $recipient } ({ $keys }): { $identifiers }. Bara { $recipient } har användning för det. Servern kan skicka det vidare; om den gör det går inte att se utifrån.
   *[cname] { $host } ser ut som en del av tjänsten, men är bara ett annat namn för { $cname }, som tillhör { $recipient }. Webbläsare skickar tjänstens egna kakor dit, och besökaren kan inte se vem som tillfrågas.
} { $count ->
    [one] Den fick ett anrop.
   *[other] Den fick { $count } anrop.
}
judge-tracker-alias-fix = { $via ->
    [format] Ta reda på vem som driver servern och vart den skickar det den får. Stoppa det, eller deklarera och bedöm mottagaren för de här sidorna.
   *[cname] Ta bort namnet ur er DNS, eller deklarera och bedöm mottagaren för de här sidorna; håll sessionskakor till den värd som behöver dem (utan attributet Domain).
}
judge-tracker-alias-law = Dataskyddsförordningen artikel 5.1 a, 13.1 e, 24 och 32; 9 kap. 28 § LEK (e-integritetsdirektivet artikel 5.3); i Finland 205 § lagen om tjänster inom elektronisk kommunikation: namnet ändrar inte vem som behöver samtycke.

## unexplained-recipient
judge-unexplained-recipient-title = { $recipient } är tillåten utan: { $lacks }
judge-unexplained-recipient-why = Zonen ”{ $zone }” tillåter { $recipient }, som också fick anrop. Det här saknas i deklarationen: { $lacks }. Roll: vad mottagaren är, personuppgiftsansvarig, gemensamt ansvarig eller biträde. Ändamål: till vad. Bedömning: var riskerna för människor prövades innan det började.
judge-unexplained-recipient-fix = Skriv in det som saknas i deklarationen, ha det avtal som rollen kräver, och bedöm innan ni fortsätter.
judge-unexplained-recipient-law = Dataskyddsförordningen artikel 5.1 b, 24, 26, 28, 30 och 35.

## unmasked-session-replay
judge-unmasked-session-replay-title = { $seen ->
    [configuration-and-traffic] { $recipient } maskerar mindre än den kunde: { $setting }
    [configuration] { $recipient } kan spela in det som skrivs: { $setting }
   *[traffic] { $recipient } spelar in det som skrivs: { $identifier } ({ $role })
}
judge-unmasked-session-replay-why = { $seen ->
    [configuration] { $recipient } filmar besök. I dess egen konfiguration för konto { $account } är { $setting } { $served }. Den här gången sågs ingen inskriven text lämna sidan, och ingen deklaration säger att det är avsett.
    [configuration-and-traffic] { $recipient } filmar besök. I dess egen konfiguration för konto { $account } är { $setting } { $served }. Ingen deklaration säger att det är avsett, och inskriven text sågs i inspelningarna: egna fynd säger vad.
    [behaviour] { $recipient } finns inte i tabellerna men gör det som en inspelning av besöket gör, och tog emot inskriven text läsbart: { $identifier }. Person: { $role }. Alla som kommer åt det kan se den.
   *[traffic] { $recipient } filmar besök och tog emot inskriven text läsbart: { $identifier }. Person: { $role }. Alla som kommer åt inspelningarna kan se den.
}
judge-unmasked-session-replay-fix = Slå på maskering av alla inmatningar och stäng av inspelning av tangenttryckningar; låt radera befintliga inspelningar. { judge-change-at }
judge-unmasked-session-replay-law = Dataskyddsförordningen artikel 5.1 c, 25.2 och 32; 9 kap. 28 § LEK (e-integritetsdirektivet artikel 5.3); i Finland 205 § lagen om tjänster inom elektronisk kommunikation.

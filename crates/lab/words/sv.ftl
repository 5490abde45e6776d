skip = Hoppa till innehållet
replica = Övningstjänst för granskning med Sluss. Företaget finns inte, inga möten hålls och inget lämnar den här datorn.
nav-label = Meny
nav-login = Logga in
nav-logout = Logga ut
nav-register = Skapa konto
nav-invite = Bjud in till möte
nav-privacy = Personuppgifter
to-start = Till startsidan
by-sms = SMS
by-mail = E-post

consent-title = Får vi mäta hur tjänsten används?
consent-text = Vi använder kakor från samarbetspartner för statistik och marknadsföring. Kakor som tjänsten behöver sätts ändå.
consent-more = Läs mer
consent-accept = Acceptera
consent-reject = Neka

start-title = Videomöten för vården
start-eyebrow = För dig som arbetar inom vård och omsorg
start-heading = Ett möte ska vara lätt att komma till
start-lead = Skicka en länk. Den du bjuder in öppnar den i sin telefon eller dator och är framme. Ingen app, inget konto, krypterad video.
start-have-account = Jag har redan ett konto
start-image = En skärm med två personer i ett videosamtal
start-how = Så går det till
start-step-1 = Skapa ett konto
start-step-1-text = Namn, arbetsplats, e-post och telefon. Det tar en minut.
start-step-2 = Bjud in
start-step-2-text = Skriv mottagarens mobilnummer eller e‑postadress. Länken är framme direkt.
start-step-3 = Ses
start-step-3-text = Ni möts i webbläsaren. När mötet är slut finns inget kvar av det.
start-promise = Vi behåller inget om den du bjuder in
start-promise-1 = Mottagarens nummer eller adress raderas så snart inbjudan är skickad.
start-promise-2 = Vi frågar aldrig vad mötet gäller.
start-promise-3 = Mötessidan är fri från spårning.

field-first-name = Förnamn
field-last-name = Efternamn
field-organisation = Arbetsplats
field-organisation-hint = Visas för den du bjuder in.
field-email = E-postadress
field-phone = Telefonnummer
field-phone-hint = Om vi behöver nå dig om tjänsten.
field-recipient-phone = Mottagarens mobilnummer
field-recipient-phone-hint = Till exempel 070-174 06 05
field-recipient-email = Mottagarens e-postadress
field-recipient-email-hint = Till exempel namn@example.com
problem-empty = Fyll i fältet.
problem-email = Skriv en e-postadress, till exempel namn@example.com.
problem-phone = Skriv ett telefonnummer med siffror, till exempel 070-174 06 05.
problem-stale = Sidan hade blivit för gammal. Försök igen.
problem-send = Inbjudan kunde inte skickas. Inget har sparats. Försök igen om en stund.

register-title = Skapa konto
register-lead = För personal och företag inom vård och omsorg.
register-button = Skapa konto
register-have = Har du redan ett konto?

login-title = Logga in
login-lead = Skriv din e-postadress så skickar vi en länk som loggar in dig. Inget lösenord behövs.
login-button = Skicka länk
login-new = Ny här?
login-mail-subject = Din länk till Vårdmöte
login-mail-text =
    Hej!

    Öppna länken för att logga in på Vårdmöte. Den gäller en gång, i 15 minuter.

    { $link }

    Har du inte bett om den kan du slänga det här brevet.
check-mail-title = Se efter i din inkorg
check-mail-text = Om adressen hör till ett konto har vi skickat en länk dit. Den gäller i 15 minuter.
link-title = Logga in på Vårdmöte
link-text = Länken gäller en gång.
link-button = Logga in
link-spent-title = Länken gäller inte längre
link-spent-text = Den har redan använts eller blivit för gammal. Be om en ny på inloggningssidan.

invite-title = Bjud in till videomöte
invite-welcome = Ditt konto är klart.
invite-lead = Mottagaren får en länk och kommer till ditt väntrum.
invite-by = Skicka länken med
invite-button = Skicka inbjudan
invite-erased = Uppgiften används för att skicka inbjudan och raderas sedan genast.
invite-log = Skickade inbjudningar
invite-log-empty = Inga ännu.
invite-log-note = Vi sparar tid och sätt, aldrig mottagaren.
invitation-mail-subject = { $organisation } bjuder in dig till ett videomöte
invitation-mail-text =
    Hej!

    { $name } på { $organisation } bjuder in dig till ett videomöte. Öppna länken när det är dags:

    { $link }

    Du behöver inget konto och ingen app.
invitation-sms-text = { $name } på { $organisation } bjuder in dig till ett videomöte. Öppna länken när det är dags: { $link }

sent-title = Inbjudan är skickad
sent-text = När mottagaren öppnar länken syns det i ditt väntrum.
sent-channel = Skickad med
sent-at = Tid
sent-contact = Mottagarens uppgift
sent-contact-erased = Raderad
sent-another = Bjud in en till

meeting-title = Du är inbjuden till ett videomöte
meeting-text = { $name } väntar på dig. Gå in när du är redo.
meeting-button = Gå in i väntrummet
meeting-note-1 = Du behöver inget konto och ingen app.
meeting-note-2 = Samtalet är krypterat och spelas inte in.
meeting-note-3 = Den här sidan spårar dig inte.
waiting-title = Du är i väntrummet
waiting-text = { $name } ser att du är här. Mötet börjar strax.
no-meeting-title = Mötet finns inte
no-meeting-text = Länken kan ha blivit avklippt. Öppna den igen från meddelandet, eller fråga den som bjöd in dig.

missing-title = Sidan finns inte
missing-text = Adressen stämmer inte, eller så har sidan flyttat.

privacy-title = Så hanterar vi personuppgifter
privacy-lead = Vårdmöte Övning AB är personuppgiftsansvarigt för tjänsten.
privacy-account = Ditt konto
privacy-account-text = Vi sparar ditt namn, din arbetsplats, din e-postadress och ditt telefonnummer så länge du har ett konto.
privacy-invited = Den du bjuder in
privacy-invited-text = Mottagarens telefonnummer eller e-postadress används för att skicka inbjudan och raderas genast därefter. Ingen spårning sker på mötessidan.
privacy-cookies = Kakor
privacy-cookies-text = Nödvändiga kakor håller dig inloggad och minns språk och svar om samtycke. Statistik och marknadsföring använder egna kakor.
privacy-marketing = Marknadsföring
privacy-marketing-text = Vi mäter våra annonser genom en kunddataplattform. Automatisk matchning av kontaktuppgifter är avstängd i den, och uppgifter som direkt pekar ut någon hashas.
privacy-rights = Dina rättigheter
privacy-rights-text = Du kan begära tillgång till, rättelse och radering av dina uppgifter, och klaga hos Integritetsskyddsmyndigheten.

control-title = Labbets facit
control-lead = Här syns allt som har lämnat övningstjänsten, och här kopplas dess inställningar om. Allt finns bara i minnet.
control-open = Öppna tjänsten
control-open-text = Värdnamnen finns bara här. Starta Chromium så här för att se tjänsten själv:
control-switches = Inställningar
control-matching = Automatisk matchning i pixelns egen konfiguration
control-platform = Automatisk matchning i kunddataplattformen
control-platform-note = Kan inte ändras: i beslutet var den avstängd hela tiden.
control-gate = Taggar laddas först efter samtycke
control-on = På
control-off = Av
control-turn-on = Slå på
control-turn-off = Slå av
control-received = Det som pixelns mottagare fick
control-mails = E-post
control-sms = SMS
control-collected = Det som kunddataplattformen fick
control-none = Inget ännu.
control-time = Tid
control-event = Händelse
control-page = Sida
control-keys = Matchningsnycklar
control-how = Sätt
control-to = Till
control-text = Text
control-clear = Töm listorna
control-refresh = Uppdatera

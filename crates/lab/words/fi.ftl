skip = Siirry sisältöön
replica = Harjoituspalvelu Slussin tarkastuksia varten. Yritystä ei ole olemassa, tapaamisia ei pidetä eikä mitään lähde tältä koneelta.
nav-label = Valikko
nav-login = Kirjaudu sisään
nav-logout = Kirjaudu ulos
nav-register = Luo tili
nav-invite = Kutsu tapaamiseen
nav-privacy = Henkilötiedot
to-start = Etusivulle
by-sms = Tekstiviesti
by-mail = Sähköposti

consent-title = Saammeko mitata palvelun käyttöä?
consent-text = Käytämme kumppanien evästeitä tilastointiin ja markkinointiin. Palvelun tarvitsemat evästeet asetetaan joka tapauksessa.
consent-more = Lue lisää
consent-accept = Hyväksy
consent-reject = Hylkää

start-title = Videotapaamiset hoitoon
start-eyebrow = Sosiaali- ja terveysalan ammattilaisille
start-heading = Tapaamiseen pitää päästä helposti
start-lead = Lähetä linkki. Kutsuttu avaa sen puhelimella tai tietokoneella ja on perillä. Ei sovellusta, ei tiliä, salattu videoyhteys.
start-have-account = Minulla on jo tili
start-image = Näyttö, jossa kaksi ihmistä on videopuhelussa
start-how = Näin se toimii
start-step-1 = Luo tili
start-step-1-text = Nimi, työpaikka, sähköposti ja puhelin. Siihen menee minuutti.
start-step-2 = Kutsu
start-step-2-text = Kirjoita vastaanottajan matkapuhelinnumero tai sähköpostiosoite. Linkki on perillä heti.
start-step-3 = Tavatkaa
start-step-3-text = Tapaatte selaimessa. Kun tapaaminen päättyy, siitä ei jää mitään.
start-promise = Emme säilytä mitään kutsutusta
start-promise-1 = Vastaanottajan numero tai osoite poistetaan heti, kun kutsu on lähetetty.
start-promise-2 = Emme koskaan kysy, mitä tapaaminen koskee.
start-promise-3 = Tapaamissivulla ei ole seurantaa.

field-first-name = Etunimi
field-last-name = Sukunimi
field-organisation = Työpaikka
field-organisation-hint = Näkyy kutsutulle.
field-email = Sähköpostiosoite
field-phone = Puhelinnumero
field-phone-hint = Jos meidän on tavoitettava sinut palvelun asioissa.
field-recipient-phone = Vastaanottajan matkapuhelinnumero
field-recipient-phone-hint = Esimerkiksi 070-174 06 05
field-recipient-email = Vastaanottajan sähköpostiosoite
field-recipient-email-hint = Esimerkiksi nimi@example.com
problem-empty = Täytä kenttä.
problem-email = Kirjoita sähköpostiosoite, esimerkiksi nimi@example.com.
problem-phone = Kirjoita puhelinnumero numeroin, esimerkiksi 070-174 06 05.
problem-stale = Sivu oli vanhentunut. Yritä uudelleen.
problem-send = Kutsua ei voitu lähettää. Mitään ei tallennettu. Yritä hetken kuluttua uudelleen.

register-title = Luo tili
register-lead = Sosiaali- ja terveysalan henkilöstölle ja yrityksille.
register-button = Luo tili
register-have = Onko sinulla jo tili?

login-title = Kirjaudu sisään
login-lead = Kirjoita sähköpostiosoitteesi, niin lähetämme linkin, jolla kirjaudut. Salasanaa ei tarvita.
login-button = Lähetä linkki
login-new = Uusi käyttäjä?
login-mail-subject = Linkkisi Vårdmöte-palveluun
login-mail-text =
    Hei!

    Avaa linkki kirjautuaksesi Vårdmöte-palveluun. Se toimii kerran, 15 minuutin ajan.

    { $link }

    Jos et pyytänyt linkkiä, voit poistaa tämän viestin.
check-mail-title = Katso sähköpostiisi
check-mail-text = Jos osoitteella on tili, lähetimme sinne linkin. Se toimii 15 minuutin ajan.
link-title = Kirjaudu Vårdmöte-palveluun
link-text = Linkki toimii kerran.
link-button = Kirjaudu sisään
link-spent-title = Linkki ei enää toimi
link-spent-text = Se on jo käytetty tai vanhentunut. Pyydä uusi kirjautumissivulta.

invite-title = Kutsu videotapaamiseen
invite-welcome = Tilisi on valmis.
invite-lead = Vastaanottaja saa linkin ja tulee odotushuoneeseesi.
invite-by = Lähetystapa
invite-button = Lähetä kutsu
invite-erased = Tietoa käytetään kutsun lähettämiseen, minkä jälkeen se poistetaan heti.
invite-log = Lähetetyt kutsut
invite-log-empty = Ei vielä yhtään.
invite-log-note = Tallennamme ajan ja tavan, emme koskaan vastaanottajaa.
invitation-mail-subject = { $organisation } kutsuu sinut videotapaamiseen
invitation-mail-text =
    Hei!

    { $name } ({ $organisation }) kutsuu sinut videotapaamiseen. Avaa linkki, kun on aika:

    { $link }

    Et tarvitse tiliä etkä sovellusta.
invitation-sms-text = { $name } ({ $organisation }) kutsuu sinut videotapaamiseen. Avaa linkki, kun on aika: { $link }

sent-title = Kutsu on lähetetty
sent-text = Kun vastaanottaja avaa linkin, näet sen odotushuoneessasi.
sent-channel = Lähetystapa
sent-at = Aika
sent-contact = Vastaanottajan yhteystieto
sent-contact-erased = Poistettu
sent-another = Kutsu toinen

meeting-title = Sinut on kutsuttu videotapaamiseen
meeting-text = { $name } odottaa sinua. Tule sisään, kun olet valmis.
meeting-button = Siirry odotushuoneeseen
meeting-note-1 = Et tarvitse tiliä etkä sovellusta.
meeting-note-2 = Puhelu on salattu, eikä sitä tallenneta.
meeting-note-3 = Tämä sivu ei seuraa sinua.
waiting-title = Olet odotushuoneessa
waiting-text = { $name } näkee, että olet täällä. Tapaaminen alkaa pian.
no-meeting-title = Tapaamista ei löydy
no-meeting-text = Linkki on voinut katketa. Avaa se uudelleen viestistä tai kysy kutsujalta.

missing-title = Sivua ei löydy
missing-text = Osoite ei täsmää, tai sivu on siirtynyt.

privacy-title = Näin käsittelemme henkilötietoja
privacy-lead = Vårdmöte Övning AB on palvelun rekisterinpitäjä.
privacy-account = Tilisi
privacy-account-text = Säilytämme nimesi, työpaikkasi, sähköpostiosoitteesi ja puhelinnumerosi niin kauan kuin sinulla on tili.
privacy-invited = Kutsuttu henkilö
privacy-invited-text = Vastaanottajan puhelinnumeroa tai sähköpostiosoitetta käytetään kutsun lähettämiseen, ja se poistetaan heti sen jälkeen. Tapaamissivulla ei ole seurantaa.
privacy-cookies = Evästeet
privacy-cookies-text = Välttämättömät evästeet pitävät sinut kirjautuneena ja muistavat kielen ja suostumusvastauksesi. Tilastointi ja markkinointi käyttävät omia evästeitään.
privacy-marketing = Markkinointi
privacy-marketing-text = Mittaamme mainontaamme asiakastietoalustan kautta. Yhteystietojen automaattinen yhdistäminen on siinä pois päältä, ja suoraan tunnistavat tiedot tiivistetään.
privacy-rights = Oikeutesi
privacy-rights-text = Voit pyytää pääsyä tietoihisi, niiden oikaisemista ja poistamista sekä valittaa valvontaviranomaiselle.

control-title = Laboratorion totuus
control-lead = Tässä näkyy kaikki, mikä on lähtenyt harjoituspalvelusta, ja tässä sen asetuksia muutetaan. Kaikki on vain muistissa.
control-open = Avaa palvelu
control-open-text = Isäntänimet ovat olemassa vain täällä. Käynnistä Chromium näin, niin näet palvelun itse:
control-switches = Asetukset
control-matching = Automaattinen yhdistäminen pikselin omissa asetuksissa
control-platform = Automaattinen yhdistäminen asiakastietoalustassa
control-platform-note = Ei voi muuttaa: päätöksessä se oli koko ajan pois päältä.
control-gate = Tagit ladataan vasta suostumuksen jälkeen
control-on = Päällä
control-off = Pois
control-turn-on = Kytke päälle
control-turn-off = Kytke pois
control-received = Mitä pikselin vastaanotin sai
control-mails = Sähköposti
control-sms = Tekstiviestit
control-collected = Mitä asiakastietoalusta sai
control-none = Ei vielä mitään.
control-time = Aika
control-event = Tapahtuma
control-page = Sivu
control-keys = Yhdistämisavaimet
control-how = Tapa
control-to = Vastaanottaja
control-text = Teksti
control-clear = Tyhjennä luettelot
control-refresh = Päivitä

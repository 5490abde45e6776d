"""Writes unify/Cargo.toml from the dependencies of every member of the workspace."""
# generates tables/calendars/*.toml once; the tables are edited by hand from here on
import os
W={ # western feasts
'new-year':'01-01','epiphany':'01-06','maundy-thursday':'easter-3','good-friday':'easter-2','holy-saturday':'easter-1','easter-sunday':'easter+0','easter-monday':'easter+1','labour-day':'05-01','ascension':'easter+39','whit-sunday':'easter+49','whit-monday':'easter+50','corpus-christi':'easter+60','assumption':'08-15','all-saints':'11-01','all-souls':'11-02','immaculate-conception':'12-08','christmas-eve':'12-24','christmas-day':'12-25','boxing-day':'12-26','new-years-eve':'12-31','midsummer-eve':'fri 06-19','midsummer-day':'sat 06-20','all-saints-saturday':'sat 10-31','st-joseph':'03-19','st-peter-paul':'06-29',
'clean-monday':'orthodox-48','orthodox-good-friday':'orthodox-2','orthodox-holy-saturday':'orthodox-1','orthodox-easter':'orthodox+0','orthodox-easter-monday':'orthodox+1','orthodox-whit-sunday':'orthodox+49','orthodox-whit-monday':'orthodox+50'}
C={
'AT':['new-year','epiphany','easter-monday','labour-day','ascension','whit-monday','corpus-christi','assumption',('national-day','10-26'),'all-saints','immaculate-conception','christmas-day','boxing-day'],
'BE':['new-year','easter-monday','labour-day','ascension','whit-monday',('national-day','07-21'),'assumption','all-saints',('armistice','11-11'),'christmas-day'],
'BG':['new-year',('liberation','03-03'),'orthodox-good-friday','orthodox-holy-saturday','orthodox-easter','orthodox-easter-monday','labour-day',('army','05-06'),('alphabet','05-24'),('unification','09-06'),('independence','09-22'),'christmas-eve','christmas-day','boxing-day'],
'HR':['new-year','epiphany','easter-sunday','easter-monday','labour-day',('statehood','05-30'),'corpus-christi',('anti-fascist','06-22'),('victory','08-05'),'assumption','all-saints',('remembrance','11-18'),'christmas-day','boxing-day'],
'CY':['new-year','epiphany','clean-monday',('greek-independence','03-25'),('national-day','04-01'),'orthodox-good-friday','orthodox-easter','orthodox-easter-monday','labour-day','orthodox-whit-monday','assumption',('independence','10-01'),('ohi','10-28'),'christmas-eve','christmas-day','boxing-day'],
'CZ':['new-year','good-friday','easter-monday','labour-day',('victory','05-08'),('cyril-methodius','07-05'),('jan-hus','07-06'),('st-wenceslas','09-28'),('statehood','10-28'),('freedom','11-17'),'christmas-eve','christmas-day','boxing-day'],
'DK':['new-year','maundy-thursday','good-friday','easter-sunday','easter-monday',('great-prayer-day','easter+26',None,2023),'ascension','whit-sunday','whit-monday','christmas-day','boxing-day'],
'EE':['new-year',('independence','02-24'),'good-friday','easter-sunday','labour-day','whit-sunday',('victory','06-23'),('st-john','06-24'),('restoration','08-20'),'christmas-eve','christmas-day','boxing-day'],
'FI':['new-year','epiphany','good-friday','easter-sunday','easter-monday','labour-day','ascension','whit-sunday','midsummer-eve','midsummer-day','all-saints-saturday',('independence','12-06'),'christmas-eve','christmas-day','boxing-day'],
'FR':['new-year','easter-monday','labour-day',('victory','05-08'),'ascension','whit-monday',('national-day','07-14'),'assumption','all-saints',('armistice','11-11'),'christmas-day'],
'DE':['new-year','good-friday','easter-monday','labour-day','ascension','whit-monday',('unity','10-03'),'christmas-day','boxing-day'],
'GR':['new-year','epiphany','clean-monday',('independence','03-25'),'orthodox-good-friday','orthodox-easter-monday','labour-day','orthodox-whit-monday','assumption',('ohi','10-28'),'christmas-day','boxing-day'],
'HU':['new-year',('revolution','03-15'),'good-friday','easter-monday','labour-day','whit-monday',('st-stephen','08-20'),('republic','10-23'),'all-saints','christmas-day','boxing-day'],
'IS':['new-year','maundy-thursday','good-friday','easter-sunday','easter-monday',('first-summer-day','thu 04-19'),'labour-day','ascension','whit-sunday','whit-monday',('national-day','06-17'),('commerce','mon 08-01'),'christmas-eve','christmas-day','boxing-day','new-years-eve'],
'IE':['new-year',('st-brigid','mon 02-01',2023,None),('st-patrick','03-17'),'easter-monday',('may','mon 05-01'),('june','mon 06-01'),('august','mon 08-01'),('october','mon 10-25'),'christmas-day','boxing-day'],
'IT':['new-year','epiphany','easter-monday',('liberation','04-25'),'labour-day',('republic','06-02'),'assumption',('st-francis','10-04',2026,None),'all-saints','immaculate-conception','christmas-day','boxing-day'],
'LV':['new-year','good-friday','easter-sunday','easter-monday','labour-day',('restoration','05-04'),('ligo','06-23'),('st-john','06-24'),('proclamation','11-18'),'christmas-eve','christmas-day','boxing-day','new-years-eve'],
'LI':['new-year','epiphany','easter-monday','labour-day','ascension','whit-monday','corpus-christi','assumption',('nativity-of-mary','09-08'),'all-saints','immaculate-conception','christmas-day','boxing-day'],
'LT':['new-year',('restoration','02-16'),('independence','03-11'),'easter-sunday','easter-monday','labour-day',('st-john','06-24'),('statehood','07-06'),'assumption','all-saints',('all-souls','11-02',2020,None),'christmas-eve','christmas-day','boxing-day'],
'LU':['new-year','easter-monday','labour-day',('europe','05-09',2019,None),'ascension','whit-monday',('national-day','06-23'),'assumption','all-saints','christmas-day','boxing-day'],
'MT':['new-year',('st-paul','02-10'),'st-joseph','good-friday',('freedom','03-31'),'labour-day',('sette-giugno','06-07'),'st-peter-paul','assumption',('victory','09-08'),('independence','09-21'),'immaculate-conception',('republic','12-13'),'christmas-day'],
'NL':['new-year','good-friday','easter-monday',('kings-day','04-27'),('liberation','05-05'),'ascension','whit-monday','christmas-day','boxing-day'],
'NO':['new-year','maundy-thursday','good-friday','easter-sunday','easter-monday','labour-day',('constitution','05-17'),'ascension','whit-sunday','whit-monday','christmas-day','boxing-day'],
'PL':['new-year','epiphany','easter-sunday','easter-monday','labour-day',('constitution','05-03'),'whit-sunday','corpus-christi','assumption','all-saints',('independence','11-11'),('christmas-eve','12-24',2025,None),'christmas-day','boxing-day'],
'PT':['new-year','good-friday','easter-sunday',('freedom','04-25'),'labour-day','corpus-christi',('portugal','06-10'),'assumption',('republic','10-05'),'all-saints',('restoration','12-01'),'immaculate-conception','christmas-day'],
'RO':['new-year',('second-january','01-02'),('epiphany','01-06',2024,None),('st-john','01-07',2024,None),('unification','01-24'),'orthodox-good-friday','orthodox-easter','orthodox-easter-monday','labour-day',('children','06-01'),'orthodox-whit-sunday','orthodox-whit-monday','assumption',('st-andrew','11-30'),('national-day','12-01'),'christmas-day','boxing-day'],
'SK':['new-year','epiphany','good-friday','easter-monday','labour-day',('victory','05-08'),('cyril-methodius','07-05'),('uprising','08-29'),('sorrows','09-15'),'all-saints',('freedom','11-17'),'christmas-eve','christmas-day','boxing-day'],
'SI':['new-year',('second-january','01-02',2017,None),('culture','02-08'),'easter-sunday','easter-monday',('resistance','04-27'),'labour-day',('second-may','05-02'),'whit-sunday',('statehood','06-25'),'assumption',('reformation','10-31'),'all-saints','christmas-day',('independence','12-26')],
'ES':['new-year','epiphany','good-friday','labour-day','assumption',('national-day','10-12'),'all-saints',('constitution','12-06'),'immaculate-conception','christmas-day'],
'SE':['new-year','epiphany','good-friday','easter-sunday','easter-monday','labour-day','ascension','whit-sunday',('national-day','06-06',2005,None),'midsummer-day','all-saints-saturday','christmas-day','boxing-day'],
}
def row(list_,c,e):
    if isinstance(e,str): e=(e,W[e])
    s=f'  {{ id = "{e[0]}", on = "{e[1]}"'
    if len(e)>2 and e[2]: s+=f', from = {e[2]}'
    if len(e)>3 and e[3]: s+=f', until = {e[3]}'
    return s+' },\n'
out='''# Public holidays for periods under Regulation (EEC, Euratom) No 1182/71, Art. 2(1): the lists that member states give
# and the Commission publishes in the Official Journal every year (for 2026: C/2025/6771). Written as rules so that any
# year can be computed. Saturdays and Sundays are no working days anyway (Art. 2(2)) and need no row, but may have one.
#
# `on`: a date `MM-DD`; `fri 06-19` is the first Friday on or after that date; `easter+39`, `orthodox-2` are days from
# Easter Sunday (Gregorian; Julian for the Orthodox churches). `from`, `until`: first and last year.
#
# Confirmed by worked examples: SE and FI. The other lists are the general public holidays of the country, not compared
# with the Official Journal: `unconfirmed`. Decrees for single years (bridge days) are not in them.

schema = "sluss/calendar/1"
kind = "eu"
source = "Reg. 1182/71 Art. 2; OJ C/2025/6771 (2026)"

'''
for c in sorted(C):
    out+=f'[country.{c}]\nunconfirmed = {"false" if c in ("SE","FI") else "true"}\nholidays = [\n'+''.join(row('eu',c,e) for e in C[c])+']\n\n'
open('tables/calendars/eu.toml','w').write(out)
N={'SE':(C['SE']+['midsummer-eve','christmas-eve','new-years-eve'],'lag (1930:173) om beräkning av lagstadgad tid, 2 §; lag (1989:253) om allmänna helgdagar','false'),
   'FI':(C['FI'],'laki säädettyjen määräaikain laskemisesta (150/1930), 5 §','true')}
out='''# Days on which a period set by national law does not end: it ends on the next working day. Other lists than the
# European one (eu.toml): they serve appeals and the like. Saturdays and Sundays are never working days.

schema = "sluss/calendar/1"
kind = "national"
source = "see each country"

'''
for c,(l,src,u) in N.items():
    out+=f'[country.{c}]\nsource = "{src}"\nunconfirmed = {u}\nholidays = [\n'+''.join(row('n',c,e) for e in l)+']\n\n'
open('tables/calendars/national.toml','w').write(out)

A=[('AT','Europe/Vienna','Datenschutzbehörde','https://www.dsb.gv.at'),
('BE','Europe/Brussels','Autorité de protection des données / Gegevensbeschermingsautoriteit','https://www.dataprotectionauthority.be'),
('BG','Europe/Sofia','Commission for Personal Data Protection','https://www.cpdp.bg'),
('HR','Europe/Zagreb','Agencija za zaštitu osobnih podataka','https://azop.hr'),
('CY','Asia/Nicosia','Commissioner for Personal Data Protection','https://www.dataprotection.gov.cy'),
('CZ','Europe/Prague','Úřad pro ochranu osobních údajů','https://uoou.gov.cz'),
('DK','Europe/Copenhagen','Datatilsynet','https://www.datatilsynet.dk'),
('EE','Europe/Tallinn','Andmekaitse Inspektsioon','https://www.aki.ee'),
('FI','Europe/Helsinki','Tietosuojavaltuutetun toimisto','https://tietosuoja.fi'),
('FI-AX','Europe/Mariehamn','Datainspektionen på Åland','https://www.di.ax'),
('FR','Europe/Paris',"Commission nationale de l'informatique et des libertés",'https://www.cnil.fr'),
('DE','Europe/Berlin','Bundesbeauftragte für den Datenschutz und die Informationsfreiheit; die Aufsichtsbehörden der Länder','https://www.bfdi.bund.de'),
('GR','Europe/Athens','Hellenic Data Protection Authority','https://www.dpa.gr'),
('HU','Europe/Budapest','Nemzeti Adatvédelmi és Információszabadság Hatóság','https://www.naih.hu'),
('IS','Atlantic/Reykjavik','Persónuvernd','https://www.personuvernd.is'),
('IE','Europe/Dublin','Data Protection Commission','https://www.dataprotection.ie'),
('IT','Europe/Rome','Garante per la protezione dei dati personali','https://www.garanteprivacy.it'),
('LV','Europe/Riga','Datu valsts inspekcija','https://www.dvi.gov.lv'),
('LI','Europe/Vaduz','Datenschutzstelle','https://www.datenschutzstelle.li'),
('LT','Europe/Vilnius','Valstybinė duomenų apsaugos inspekcija','https://vdai.lrv.lt'),
('LU','Europe/Luxembourg','Commission nationale pour la protection des données','https://cnpd.public.lu'),
('MT','Europe/Malta','Office of the Information and Data Protection Commissioner','https://idpc.org.mt'),
('NL','Europe/Amsterdam','Autoriteit Persoonsgegevens','https://autoriteitpersoonsgegevens.nl'),
('NO','Europe/Oslo','Datatilsynet','https://www.datatilsynet.no'),
('PL','Europe/Warsaw','Urząd Ochrony Danych Osobowych','https://uodo.gov.pl'),
('PT','Europe/Lisbon','Comissão Nacional de Proteção de Dados','https://www.cnpd.pt'),
('RO','Europe/Bucharest','Autoritatea Naţională de Supraveghere a Prelucrării Datelor cu Caracter Personal','https://www.dataprotection.ro'),
('SK','Europe/Bratislava','Úrad na ochranu osobných údajov','https://dataprotection.gov.sk'),
('SI','Europe/Ljubljana','Informacijski pooblaščenec','https://www.ip-rs.si'),
('ES','Europe/Madrid','Agencia Española de Protección de Datos','https://www.aepd.es'),
('SE','Europe/Stockholm','Integritetsskyddsmyndigheten','https://www.imy.se')]
out='''# Supervisory authorities of the EEA (Art. 51 GDPR), one row a country; the Åland Islands apart, since their public
# bodies answer to their own authority. `zone` is the time zone the authority's hours are counted in (the capital's).
# Source: EDPB, list of members (https://www.edpb.europa.eu/about-edpb/about-edpb/members_en). The addresses of SE, FI
# and FI-AX are from their own pages; the others are from memory: `unconfirmed`.

schema = "sluss/authorities/1"
source = "https://www.edpb.europa.eu/about-edpb/about-edpb/members_en"
valid_from = 2018-05-25

'''
for c,z,n,s in sorted(A):
    out+=f'[[authority]]\ncountry = "{c}"\nzone = "{z}"\nname = "{n}"\nsite = "{s}"\n'
    if c=='FI-AX': out+='scope = "public bodies of Åland"\nholidays_of = "FI"\n'
    if c=='IS': out+='eu = false\n'
    if c in('LI','NO'): out+='eu = false\n'
    if c not in('SE','FI','FI-AX'): out+='unconfirmed = true\n'
    out+='\n'
open('tables/authorities/eea.toml','w').write(out)

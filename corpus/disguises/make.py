#!/usr/bin/env python3
"""Makes traffic.ndjson and people.csv: every disguise, written by other people's libraries than the detector's own.

    python3 -m venv v && v/bin/pip install lzstring brotli zstandard blake3 pycryptodome mmh3 xxhash base58 whirlpool phonenumbers
    v/bin/python make.py

Each line is an exchange as `sluss scan` reads it, and says what has to be found in it: `expect` lists person,
identifier and part, and where they are given the end of the form and the layers. An empty list: nothing may be found.
"""
import base64, binascii, gzip, hashlib, hmac, html, json, os, quopri, struct, unicodedata, urllib.parse, uuid, zlib
import base58, blake3, brotli, lzstring, mmh3, phonenumbers, whirlpool, xxhash, zstandard
from Crypto.Hash import MD2, MD4, RIPEMD160, SHA512, keccak

HERE = os.path.dirname(os.path.abspath(__file__))
rows, names = [], set()


def exchange(name, expect, url="https://t.example.net/c?v=2", **rest):
    assert name not in names, name
    names.add(name)
    rows.append({"id": name, "url": url, **rest, "expect": expect})


def want(person, identifier, part, form=None, layers=None, key=None):
    all = {"person": person, "identifier": identifier, "part": part, "form": form, "layers": layers, "key": key}
    return {k: v for k, v in all.items() if v is not None}


def quote(data):
    return urllib.parse.quote(data, safe="")


def every(data):
    return "".join("%%%02X" % b for b in data)


def text(value):
    return value.encode() if isinstance(value, str) else value


def query(name, value, w, key="x"):
    """A value in the query, escaped as URLs have to be."""
    exchange(name, [w], f"https://t.example.net/c?v=2&{key}={quote(value)}")


def body(name, data, w, kind=None, encoding=None):
    headers = [["content-type", kind]] if kind else []
    headers += [["content-encoding", encoding]] if encoding else []
    exchange(name, [w] if w else [], method="POST", headers=headers, body_base64=base64.b64encode(text(data)).decode())


# --- hashes -------------------------------------------------------------------------------------------------------------
HASHES = {
    "md2": lambda d: MD2.new(d).digest(), "md4": lambda d: MD4.new(d).digest(),
    "md5": lambda d: hashlib.md5(d).digest(), "sha1": lambda d: hashlib.sha1(d).digest(),
    "sha224": lambda d: hashlib.sha224(d).digest(), "sha256": lambda d: hashlib.sha256(d).digest(),
    "sha384": lambda d: hashlib.sha384(d).digest(), "sha512": lambda d: hashlib.sha512(d).digest(),
    "sha512-256": lambda d: SHA512.new(d, truncate="256").digest(),
    "sha3-224": lambda d: hashlib.sha3_224(d).digest(), "sha3-256": lambda d: hashlib.sha3_256(d).digest(),
    "sha3-384": lambda d: hashlib.sha3_384(d).digest(), "sha3-512": lambda d: hashlib.sha3_512(d).digest(),
    "blake2b": lambda d: hashlib.blake2b(d).digest(), "blake2s": lambda d: hashlib.blake2s(d).digest(),
    "blake3": lambda d: blake3.blake3(d).digest(), "ripemd160": lambda d: RIPEMD160.new(d).digest(),
    "blake2b-256": lambda d: hashlib.blake2b(d, digest_size=32).digest(),
    "murmur3-128-le": lambda d: mmh3.hash_bytes(d),
    "whirlpool": lambda d: whirlpool.new(d).digest(),
    "keccak-256": lambda d: keccak.new(digest_bits=256, data=d).digest(),
    "murmur3-128-seed-31": lambda d: struct.pack(">QQ", *struct.unpack("<QQ", mmh3.hash_bytes(d, 31))),
    "murmur3-x86-128": lambda d: struct.pack(">IIII", *struct.unpack("<IIII", mmh3.hash_bytes(d, 0, False))),
    "xxh3-128": lambda d: xxhash.xxh3_128(d).digest(),
    "murmur3-128": lambda d: struct.pack(">QQ", *struct.unpack("<QQ", mmh3.hash_bytes(d))),
}
SHORT = {
    "murmur3-64": lambda d: HASHES["murmur3-128"](d)[:8], "xxh64": lambda d: xxhash.xxh64(d).digest(),
    "murmur3-32": lambda d: struct.pack(">I", mmh3.hash(d, signed=False)),
    "xxh3-64": lambda d: xxhash.xxh3_64(d).digest(), "xxh32": lambda d: xxhash.xxh32(d).digest(),
    "murmur3-32-seed-1": lambda d: struct.pack(">I", mmh3.hash(d, 1, signed=False)), "murmur3-32-seed-42": lambda d: struct.pack(">I", mmh3.hash(d, 42, signed=False)),
    "crc32": lambda d: struct.pack(">I", zlib.crc32(d)), "adler32": lambda d: struct.pack(">I", zlib.adler32(d)),
}
b64 = lambda d: base64.b64encode(d).decode()
b64url = lambda d: base64.urlsafe_b64encode(d).decode()
b32 = lambda d: base64.b32encode(d).decode()
ENCODINGS = {
    "hex": lambda d: d.hex(), "hex-upper": lambda d: d.hex().upper(), "base64": b64,
    "base64-bare": lambda d: b64(d).rstrip("="), "base64url": b64url, "base64url-bare": lambda d: b64url(d).rstrip("="),
    "base32": b32, "base32-bare": lambda d: b32(d).rstrip("="), "base58": lambda d: base58.b58encode(d),
}
sha256 = lambda t: hashlib.sha256(text(t)).hexdigest()

EMAIL = "Anna.Berg@example.com"
LOW = EMAIL.lower()
for h, f in HASHES.items():
    digest = f(LOW.encode())
    for e, write in ENCODINGS.items():
        token = write(digest)
        token = token.decode() if isinstance(token, bytes) else token
        query(f"{h} {e}", token, want("anna", "email", "url.query", [h, e.removesuffix("-bare")] if "base64" not in e else [h]))
    body(f"{h} raw", b"\x08\x96\x01\x12" + bytes([len(digest)]) + digest + b"\x18\x01", want("anna", "email", "body", [h, "raw"]))
    body(f"{h} raw in base64 at 1", b64(b"\x01" + digest + b"\xff"), want("anna", "email", "body", [h, "raw"]))
for h, f in SHORT.items():
    for e in ["hex", "hex-upper"]:
        query(f"{h} {e}", ENCODINGS[e](f(LOW.encode())), want("anna", "email", "url.query", [h, e]), key="em")
for i in (16, 20, 24, 31):  # a digest whose last bytes are cut off
    w = lambda *form: want("anna", "email", "url.query", list(form))
    query(f"sha256 truncated to {i} bytes", HASHES["sha256"](LOW.encode())[:i].hex(), w("sha256", "truncated", "hex"))
    query(f"sha512 truncated to {i} bytes, base64url", b64url(HASHES["sha512"](LOW.encode())[:i]).rstrip("="), w("sha512", "truncated", "base64url"))
exchange("sha256 truncated to 15 bytes is not told", [], "https://t.example.net/c?x=" + HASHES["sha256"](LOW.encode())[:15].hex())

# --- two steps ----------------------------------------------------------------------------------------------------------
HEX = lambda f: lambda d: f(d).hex().encode()
md5, sha1, s256, s512 = (HASHES[n] for n in ["md5", "sha1", "sha256", "sha512"])
for name, two in {
    "md5 hex sha256": lambda d: s256(HEX(md5)(d)), "sha256 hex md5": lambda d: md5(HEX(s256)(d)),
    "sha1 hex sha256": lambda d: s256(HEX(sha1)(d)), "md5 hex sha1": lambda d: sha1(HEX(md5)(d)),
    "sha1 hex md5": lambda d: md5(HEX(sha1)(d)), "sha256 hex sha256": lambda d: s256(HEX(s256)(d)),
    "md5 hex md5": lambda d: md5(HEX(md5)(d)), "sha1 hex sha1": lambda d: sha1(HEX(sha1)(d)),
    "sha256 hex sha1": lambda d: sha1(HEX(s256)(d)), "sha512 hex sha256": lambda d: s256(HEX(s512)(d)),
    "sha256 hex sha512": lambda d: s512(HEX(s256)(d)), "md5 hex sha512": lambda d: s512(HEX(md5)(d)),
    "base64 sha256": lambda d: s256(base64.b64encode(d)), "base64 md5": lambda d: md5(base64.b64encode(d)),
    "base64 sha1": lambda d: sha1(base64.b64encode(d)), "sha256 base64 sha256": lambda d: s256(base64.b64encode(s256(d))),
    "sha256 raw sha256": lambda d: s256(s256(d)), "md5 raw sha256": lambda d: s256(md5(d)),
    "md5 hex-upper sha256": lambda d: s256(md5(d).hex().upper().encode()),
}.items():
    query(f"two steps: {name}", two(LOW.encode()).hex(), want("anna", "email", "url.query", name.split() + ["hex"]))
UPPER = lambda f: lambda d: f(d).hex().upper().encode()
B64 = lambda f: lambda d: base64.b64encode(f(d))
ripemd160 = HASHES["ripemd160"]
for name, two in {
    "sha1 hex sha512": lambda d: s512(HEX(sha1)(d)), "sha512 hex md5": lambda d: md5(HEX(s512)(d)), "sha512 hex sha1": lambda d: sha1(HEX(s512)(d)), "sha512 hex sha512": lambda d: s512(HEX(s512)(d)),
    "md5 hex-upper md5": lambda d: md5(UPPER(md5)(d)), "sha1 hex-upper sha256": lambda d: s256(UPPER(sha1)(d)), "sha256 hex-upper sha256": lambda d: s256(UPPER(s256)(d)), "sha256 hex-upper md5": lambda d: md5(UPPER(s256)(d)),
    "sha256 base64 md5": lambda d: md5(B64(s256)(d)), "md5 base64 sha256": lambda d: s256(B64(md5)(d)), "sha1 base64 sha256": lambda d: s256(B64(sha1)(d)),
    "md5 raw md5": lambda d: md5(md5(d)), "sha1 raw sha1": lambda d: sha1(sha1(d)), "sha512 raw sha512": lambda d: s512(s512(d)), "sha256 raw ripemd160": lambda d: ripemd160(s256(d)),
    "md5 hex md5 hex md5": lambda d: md5(HEX(md5)(HEX(md5)(d))), "sha256 hex sha256 hex sha256": lambda d: s256(HEX(s256)(HEX(s256)(d))), "md5 hex sha1 hex sha256": lambda d: s256(HEX(sha1)(HEX(md5)(d))),
    "base64 sha512": lambda d: s512(base64.b64encode(d)), "percent sha256": lambda d: s256(quote(d).encode()), "utf-16le sha256": lambda d: s256(d.decode().encode("utf-16le")),
    "newline sha256": lambda d: s256(d + b"\n"), "newline md5": lambda d: md5(d + b"\n"), "quoted sha256": lambda d: s256(json.dumps(d.decode()).encode()),
}.items():
    query(f"steps of the most usual spellings: {name}", two(LOW.encode()).hex(), want("anna", "email", "url.query", name.split() + ["hex"]))
    query(f"steps of the most usual spellings, of a phone: {name}", two(b"+46701740605").hex(), want("anna", "phone", "url.query", name.split() + ["hex"]))
query("upper-case address, sha256", sha256(EMAIL.upper()), want("anna", "email", "url.query", ["sha256", "hex"]))
query("two steps in base64url", b64url(md5(HEX(s256)(LOW.encode()))).rstrip("="), want("anna", "email", "url.query", ["sha256", "hex", "md5", "base64url"]))

# --- spellings: one typed value, as vendors and people write it, hashed and plain ------------------------------------------
nfd = lambda t: unicodedata.normalize("NFD", t)
SPELLINGS = [
    ("anna", "email", [EMAIL, LOW, EMAIL.upper(), "annaberg@example.com"]),
    ("plus", "email", ["Klara.Ek+nyheter@example.com", "klara.ek+nyheter@example.com", "klara.ek@example.com"]),
    ("gmail", "email", ["k.anarie.f0ccf2@gmail.com", "kanarief0ccf2@gmail.com"]),
    ("gmailplus", "email", ["Kanarie.A1B2c3+Lista@gmail.com", "kanarie.a1b2c3+lista@gmail.com", "kanariea1b2c3+lista@gmail.com", "kanarie.a1b2c3@gmail.com", "kanariea1b2c3@gmail.com"]),
    ("idn", "email", ["åsa.lind@blåbär.example", "åsa.lind@xn--blbr-noae.example", nfd("åsa.lind@blåbär.example"), "åsa.lind@blåbär.example".upper()]),
    ("puny", "email", ["bo@xn--rksmrgs-5wao1o.example", "bo@räksmörgås.example"]),
    ("anna", "phone", ["070-174 06 05", "0701740605", "701740605", "+46701740605", "46701740605", "+0701740605", "0046701740605", "+460701740605", "460701740605"]),
    ("intl", "phone", ["+46 70 174 06 06", "+46701740606", "46701740606", "0701740606", "701740606", "0046701740606"]),
    ("zero", "phone", ["+46 (0)70 174 06 07", "+46701740607", "46701740607", "0701740607", "460701740607", "+460701740607"]),
    ("dzero", "phone", ["0046 70-174 06 08", "0046701740608", "+46701740608", "46701740608", "0701740608", "701740608"]),
    ("nbsp", "phone", ["070\u00a0174\u00a006\u00a009", "0701740609", "+46701740609", "701740609"]),
    ("bare", "phone", ["46701740610", "+46701740610", "0701740610"]),
    ("finn", "phone", ["+358 41 2345678", "358412345678", "0412345678", "412345678"]),
    ("anna", "given_name", ["Anna-Karin", "anna-karin", "annakarin", "ANNA-KARIN"]),
    ("anna", "family_name", ["Öbergsson", "öbergsson", "obergsson", "bergsson", nfd("öbergsson"), "ÖBERGSSON"]),
    ("twonames", "family_name", ["Öberg Svensson", "öbergsvensson", "öberg svensson", nfd("öbergsvensson")]),
    ("anna", "birth_date", ["1964-08-23", "19640823", "23.08.1964", "23/08/1964", "08/23/1964", "640823"]),
    ("anna", "national_id", ["19640823-3234", "196408233234", "6408233234", "640823-3234"]),
    ("old", "national_id", ["121212+1212", "1212121212", "191212121212", "19121212-1212"]),
    ("old2", "national_id", ["19111111-1116", "111111+1116", "111111-1116", "191111111116"]),
    ("samordning", "national_id", ["701063-2391", "197010632391", "7010632391", "19701063-2391"]),
    ("fi0", "national_id", ["131052-308T", "131052308T", "131052-308t"]),
    ("anna", "address", ["Storgatan 12 B", "storgatan 12 b", "storgatanb"]),
    ("anna", "postal_code", ["211 20", "21120"]),
    ("zip", "postal_code", ["94103-1234", "94103"]),
    ("anna", "city", ["Malmö", "malmö", "malm", "malmo", nfd("malmö"), nfd("Malmö"), "MALMÖ"]),
    ("twonames", "city", ["Upplands Väsby", "upplandsvsby", "upplandsväsby", "upplandsvasby"]),
    ("anna", "country", ["SE", "se"]),
    ("anna", "external_id", ["KUND-88213407", "kund-88213407"]),
    ("anna", "card", ["4111 1111 1111 1111", "4111111111111111"]),
    ("anna", "iban", ["SE45 5000 0000 0583 9825 7466", "SE4550000000058398257466", "se4550000000058398257466"]),
]
KEYS = {"email": "em", "phone": "ph", "given_name": "fn", "family_name": "ln", "birth_date": "db", "national_id": "pnr", "address": "street",
        "postal_code": "zp", "city": "ct", "country": "country", "external_id": "external_id", "card": "card", "iban": "iban"}
# national numbers of the neighbours, and every Finnish century sign
CHECK = "0123456789ABCDEFHJKLMNPRSTUVWXY"
for sign in "+-YXWVUABCDEF":
    number = f"{dict(zip('+-YXWVUABCDEF', range(10, 23)))[sign]:02d}0594" + "903"
    fi = number[:6] + sign + number[6:] + CHECK[int(number) % 31]
    SPELLINGS.append((f"fi{sign}", "national_id", [fi, fi.lower()]))
SPELLINGS += [
    ("no", "national_id", ["01010750160"]), ("nod", "national_id", ["41010750154"]),
    ("dk", "national_id", ["070761-4285", "0707614285"]), ("ee", "national_id", ["37605030299"]),
    ("lv", "national_id", ["161175-19997", "16117519997"]), ("lt", "national_id", ["33309240064"]),
]
people = {}
for person, kind, spellings in SPELLINGS:
    people.setdefault(person, {}).setdefault(kind, spellings[0])
    for n, spelling in enumerate(spellings):
        where = f"{person}'s {kind} as {n}: "
        w = lambda *form: want(person, kind, "url.query", list(form))
        query(where + "sha256", sha256(spelling), w("sha256", "hex"))
        if spelling in ("bergsson", "SE", "se"):
            continue
        query(where + "plain", spelling, w("plain"), key=KEYS[kind])
# what nobody looks for as it stands: hashes of what a field shows, in the groups of its country, and of dates in odd spellings
grouped = lambda typed: [phonenumbers.format_number(phonenumbers.parse(typed), f) for f in
                         (phonenumbers.PhoneNumberFormat.NATIONAL, phonenumbers.PhoneNumberFormat.INTERNATIONAL)]
HASHED = [
    ("gren", "email", "Rut.Gren+x@googlemail.com", ["rut.gren+x@gmail.com", "rutgren+x@gmail.com", "rut.gren@gmail.com"]),
    ("ek", "email", "Bo-lista@yahoo.com", ["bo@yahoo.com"]),
    ("gren", "family_name", "von Essén-Bjørnæs", ["von essen-bjørnæs", "vonessenbjornaes", "von essen-bjornaes", "vonessénbjørnæs", "von essén bjørnæs"]),
    ("gren", "given_name", "Åsa", ["aasa"]),
    ("ek", "family_name", "O'Brien", ["o\u2019brien"]),
    ("ek", "city", "København K", ["kobenhavn k", "koebenhavnk"]),
    ("ek", "postal_code", "SE-211 22", ["211 22"]),
    ("ek", "country", "Norge", ["no", "nor", "NOR"]),
    ("ek", "birth_date", "1971-02-03", ["3/2/1971", "1971.02.03", "1971-02-03T00:00:00", "1971-02-03T00:00:00Z", "1971-02-03T00:00:00.000Z"]),
    ("ek", "external_id", "PAT-00471123", ["pat00471123"]),
    ("ek", "card", "5555555555554444", ["5555 5555 5555 4444"]),
    ("ek", "iban", "DE89370400440532013000", ["DE89 3704 0044 0532 0130 00"]),
    ("dansk", "national_id", "0101011003", ["010101-1003"]),
    ("hemma", "phone", "040 7654321", ["+358407654321", "358407654321", "+46407654321"]),
    ("hemma", "country", "Suomi", []),
    ("annan", "phone", "040 7654322;+358 9 12345678", ["+358407654322"]),
    ("ankn", "phone", "08-539 006 11 ankn 12", ["+46853900611", "0853900611"]),
    ("intl", "phone", None, grouped("+46701740606") + ["070-1740606", "+46 70-174 06 06", "+0701740606", "+0046701740606"]),
    ("finn", "phone", None, grouped("+358412345678") + ["041 234 5678", "+358 41 234 5678"]),
    ("norsk", "phone", "+4740612345", grouped("+4740612345") + ["406 12 345", "+47 406 12 345"]),
    ("berlin", "phone", "+49 151 23456789", grouped("+4915123456789")),
    ("york", "phone", "+442079460123", grouped("+442079460123")),
    ("anna", "birth_date", None, ["23081964", "08231964", "23-08-1964", "23.8.1964", "8/23/1964", "1964/08/23", "230864"]),
    ("plus", "email", None, ["klaraek@example.com"]),
    ("york", "email", "Mary.Ann+x@googlemail.com", ["maryann@gmail.com", "maryann@googlemail.com"]),
    ("york", "city", "St. Albans", ["stalbans", "st albans"]),
    ("york", "family_name", "O'Neill Jr.", ["oneilljr", "oneill jr"]),
    ("anna", "address", None, ["storgatan12b"]),
    ("finn", "country", "Suomi", ["fi", "FI"]),
]
for person, kind, typed, spellings in HASHED:
    people.setdefault(person, {}).setdefault(kind, typed)
    for n, spelling in enumerate(spellings):
        for name, f in [("sha256", s256), ("md5", md5), ("sha1", sha1), ("sha512", s512)]:
            query(f"{person}'s {kind} in a field, {n}: {name}", f(spelling.encode()).hex(), want(person, kind, "url.query", [name, "hex"]))
for key, part in {"doby": "1964", "dobm": "08", "dobd": "23"}.items():
    query(f"a part of a date of birth, {key}", sha256(part), want("anna", "birth_date", "url.query", ["sha256", "hex"]), key=key)
    exchange(f"a part of a date of birth, {key}, that nothing announces", [], f"https://t.example.net/c?v=2&x={sha256(part)}")
for n, time in enumerate(["T00:00:00", "T00:00:00Z", "T00:00:00.000Z", "T00:00:00+01:00"]):
    body(f"a date of birth with a time, {n}", json.dumps({"birthDate": "1971-02-03" + time}), want("ek", "birth_date", "body", ["plain"]), "application/json")
query("a typographic apostrophe", "O\u2019Brien", want("ek", "family_name", "url.query", ["plain"]), key="ln")
query("a number with its extension cut off", "+46 8 539 006 11", want("ankn", "phone", "url.query", ["plain"]))
query("tel: URI", "tel:+46-70-174-06-05", want("anna", "phone", "url.query", ["plain"]))
query("phone in text, brackets", "ring +46 (0) 70-174 06 05 i dag", want("anna", "phone", "url.query", ["plain"]))
query("phone with dots", "070.174.06.05", want("anna", "phone", "url.query", ["plain"]), key="ph")
query("phone with slash", "070/1740605", want("anna", "phone", "url.query", ["plain"]), key="ph")
query("phone with no-break spaces", "+46\u00a070\u00a0174\u00a006\u00a005", want("anna", "phone", "url.query", ["plain"]))
query("phone with narrow no-break spaces", "+46\u202f70\u202f174\u202f06\u202f05", want("anna", "phone", "url.query", ["plain"]))
query("phone with figure dashes", "070\u2011174\u201106\u201105", want("anna", "phone", "url.query", ["plain"]), key="ph")
query("phone as JSON number", '{"phone":46701740605}', want("anna", "phone", "url.query", ["plain"]))
query("name and family name in one value", "Anna-Karin Öbergsson", want("anna", "family_name", "url.query", ["plain"]), key="name")
rows[-1]["expect"].append(want("anna", "given_name", "url.query", ["plain"]))
query("mailto: URI", "mailto:anna.berg@example.com?subject=x", want("anna", "email", "url.query", ["plain"]))
query("address in angle brackets", "Anna <anna.berg@example.com>", want("anna", "email", "url.query", ["plain"]))
query("plus as the form writes it", "", want("plus", "email", "url.query", ["plain"]), key="e=klara.ek%2Bnyheter@example.com&y")
FORM = urllib.parse.urlencode({"tel": "+46 70 174 06 06", "adr": "Storgatan 12 B", "ln": "Öberg Svensson"})
FORMED = [("intl", "phone", "tel"), ("anna", "address", "adr"), ("twonames", "family_name", "ln")]
exchange("blanks as a form writes them in a query", [want(p, k, "url.query", ["plain"], ["percent"], key) for p, k, key in FORMED], "https://t.example.net/c?" + FORM)
body("blanks as a form writes them", FORM, None, "application/x-www-form-urlencoded")
rows[-1]["expect"] = [want(p, k, "body", ["plain"], ["percent"], key) for p, k, key in FORMED]
exchange("a plus that nobody escaped", [want("intl", "phone", "url.query", ["plain"], [], "tel")], "https://t.example.net/c?v=2&tel=+46701740606")

# --- encodings of text, containers -----------------------------------------------------------------------------------------
A = want("anna", "email", "url.query", ["plain"])
B = want("anna", "email", "body", ["plain"])
lz = lzstring.LZString()
JSON = json.dumps({"event": "sign_up", "user": {"email": LOW, "n": 7}})
def raw_deflate(d):
    z = zlib.compressobj(9, zlib.DEFLATED, -15)
    return z.compress(d) + z.flush()
PACKED = {"gzip": gzip.compress(JSON.encode(), mtime=0), "zlib": zlib.compress(JSON.encode()), "deflate": raw_deflate(JSON.encode()),
          "br": brotli.compress(JSON.encode()), "zstd": zstandard.compress(JSON.encode())}
for n in range(1, 4):
    value = LOW
    for _ in range(n):
        value = every(value.encode())
    exchange(f"percent, {n} times", [want("anna", "email", "url.query", ["plain"], ["percent"] * n)], f"https://t.example.net/c?x={value}")
exchange("percent, lower case", [A], "https://t.example.net/c?x=anna.berg%40example%2ecom")
for n, pre in enumerate(["", "a", "ab"]):
    query(f"base64 at alignment {n}", b64((pre + "|" + LOW + "|z").encode()), A)
    query(f"base64url without padding at alignment {n}", b64url((pre + "?>" + LOW).encode()).rstrip("="), A)
    exchange(f"base64 glued to a path at {n}", [want("anna", "email", "url.path", ["plain"])], f"https://t.example.net/p{'/'*(n+1)}{b64url((pre + '|' + LOW).encode()).rstrip('=')}/end")
query("base64 twice", b64(b64(LOW.encode()).encode()), A)
query("base64 thrice", b64(b64(b64(LOW.encode()).encode()).encode()), A)
query("base32 of text", b32(LOW.encode()).rstrip("="), want("anna", "email", "url.query", ["plain"], ["base32"]))
query("base58 of text", base58.b58encode(LOW.encode()).decode() if isinstance(base58.b58encode(LOW.encode()), bytes) else base58.b58encode(LOW.encode()), A)
query("hex of text", LOW.encode().hex(), want("anna", "email", "url.query", ["plain"], ["hex"]))
query("hex of text, upper case", LOW.encode().hex().upper(), A)
query("hex of text with 0x", "0x" + LOW.encode().hex(), A)
query("HTML entities, decimal", "".join(f"&#{ord(c)};" for c in LOW), want("anna", "email", "url.query", ["plain"]))
query("HTML entities, hexadecimal", "".join(f"&#x{ord(c):x};" for c in LOW), A)
body("HTML entities, named", "<p>anna.berg&commat;example&period;com</p>", B, "text/html")
body("HTML entities in a name", "<p>&Ouml;bergsson</p>", want("anna", "family_name", "body", ["plain"]), "text/html")
query("\\uXXXX", "".join(f"\\u{ord(c):04x}" for c in LOW), A)
query("\\u only the sign", "anna.berg\\u0040example.com", A)
query("\\xXX", "".join(f"\\x{ord(c):02x}" for c in LOW), A)
query("\\ooo", "".join(f"\\{ord(c):03o}" for c in LOW), A)
query("\\xXX of bytes, as servers log them", "".join(f"\\x{b:02X}" if b > 127 else chr(b) for b in "Öbergsson".encode()), want("anna", "family_name", "url.query", ["plain"], ["percent", "unicode-escape"]), key="ln")
query("base58 of a phone number", (lambda b: b.decode() if isinstance(b, bytes) else b)(base58.b58encode(b"+46701740605")), want("anna", "phone", "url.query", ["plain"], ["base58"]))
# bytes one by one: as programs print digests and arrays
for h in ["md5", "sha1", "sha256", "sha512"]:
    digest = HASHES[h](LOW.encode())
    pairs, array = [f"{b:02x}" for b in digest], list(digest)
    for name, written in {
        "colons": ":".join(pairs), "dashes, upper case": "-".join(pairs).upper(), "spaces": " ".join(pairs), "0x": ", ".join("0x" + p for p in pairs),
        "\\x": "".join("\\x" + p for p in pairs), "groups of four": "-".join(digest.hex()[i:i + 4] for i in range(0, len(array) * 2, 4)),
        "groups of eight": " ".join(digest.hex()[i:i + 8] for i in range(0, len(array) * 2, 8)), "decimal": ",".join(map(str, array)),
        "signed": str([b - 256 if b > 127 else b for b in array]), "Uint8Array": json.dumps({str(i): b for i, b in enumerate(array)}),
        "Buffer": json.dumps({"type": "Buffer", "data": array}),
        "CryptoJS": json.dumps({"words": list(struct.unpack(f">{len(array) // 4}i", digest)), "sigBytes": len(array)}),
    }.items():
        query(f"{h} byte by byte: {name}", written, want("anna", "email", "url.query", [h, "raw"]))
        if written[0] in "[{":
            body(f"{h} byte by byte in JSON: {name}", f'{{"a":1,"h":{written}}}', want("anna", "email", "body", [h, "raw"]), "application/json")
        else:
            exchange(f"{h} byte by byte in a header: {name}", [want("anna", "email", "header", [h, "raw"], ["bytes"], "x-id")], headers=[["X-Id", written]])
exchange("sha256 byte by byte, of nobody", [], "https://t.example.net/c?x=" + ":".join(f"{b:02x}" for b in s256(b"nobody@example.com")))
letters = [ord(c) for c in LOW]
for name, written in {
    "String.fromCharCode": f"String.fromCharCode({','.join(map(str, letters))})", "JSON array": str(letters), "a list": " ".join(map(str, letters)),
    "Uint8Array": json.dumps({str(i): b for i, b in enumerate(letters)}), "hex with colons": ":".join(f"{b:02x}" for b in letters),
    "CryptoJS": json.dumps({"words": [int.from_bytes(LOW.encode()[i:i + 4].ljust(4, b"\0"), "big") for i in range(0, len(LOW), 4)], "sigBytes": len(LOW)}),
}.items():
    query(f"text byte by byte: {name}", written, want("anna", "email", "url.query", ["plain"]))
    exchange(f"text byte by byte in a frame: {name}", [want("anna", "email", "frame", ["plain"])], frames=[json.dumps({"a": [1, written]})])
body("text byte by byte: letters beyond ASCII", json.dumps({"ln": [ord(c) for c in "Öbergsson"]}), want("anna", "family_name", "body", ["plain"], ["bytes", "iso-8859-1"], "ln"), "application/json")
body("gzip byte by byte", json.dumps({"z": list(PACKED["gzip"])}), want("anna", "email", "body", ["plain"], ["bytes", "gzip", "json"], "z.user.email"), "application/json")
query("md5 as a UUID", str(uuid.UUID(bytes=md5(LOW.encode()))), want("anna", "email", "url.query", ["md5", "uuid"]))
query("sha256 cut to a UUID", "{" + str(uuid.UUID(bytes=s256(LOW.encode())[:16])).upper() + "}", want("anna", "email", "url.query", ["sha256", "truncated", "uuid"]))
query("a UUID of version 3, as Java's nameUUIDFromBytes", str(uuid.UUID(bytes=md5(LOW.encode()), version=3)), want("anna", "email", "url.query", ["md5", "name-uuid"]))
query("a UUID of version 5 without a namespace", str(uuid.UUID(bytes=sha1(LOW.encode())[:16], version=5)), want("anna", "email", "url.query", ["sha1", "truncated", "name-uuid"]))
query("rot13", "naan.oret@rknzcyr.pbz", want("anna", "email", "url.query", ["rot13"]))
query("reversed", LOW[::-1], want("anna", "email", "url.query", ["reversed"]))
query("reversed with a tag", "klara.ek+nyheter@example.com"[::-1], want("plus", "email", "url.query", ["reversed"]))
query("reversed phone", "0701740605"[::-1], want("anna", "phone", "url.query", ["reversed"]), key="ph")
for name, codec in [("LE", "utf-16-le"), ("BE", "utf-16-be")]:
    body(f"UTF-16{name}", LOW.encode(codec), B)
    body(f"UTF-16{name} with a mark", ("\ufeff" + JSON).encode(codec), B)
    query(f"UTF-16{name} in base64", b64(LOW.encode(codec)), want("anna", "email", "url.query", ["plain"], ["base64", "utf-16" + name.lower()]))
    query(f"UTF-16{name} in base64url, a name beyond ASCII", b64url("Öbergsson".encode(codec)).rstrip("="), want("anna", "family_name", "url.query", ["plain"]), key="ln")
body("quoted-printable", quopri.encodestring(f"Namn: {'x' * 60} =anna.berg@example.com och Öbergsson\r\n".encode()).replace(b"@", b"=40"), B, "text/plain")
rows[-1]["expect"].append(want("anna", "family_name", "body", ["plain"]))
body("quoted-printable, soft break", "e-mail: anna.berg=40exam=\r\nple.com\r\n", B, "text/plain")
body("quoted-printable, every sign", "".join("=%02X" % b for b in LOW.encode()), B, "text/plain")
body("quoted-printable, a name", "namn: =C3=96bergsson\r\n", want("anna", "family_name", "body", ["plain"]), "text/plain")
for name, written in {"compressToBase64": lz.compressToBase64(JSON), "compressToEncodedURIComponent": lz.compressToEncodedURIComponent(JSON)}.items():
    exchange(f"LZ-string {name}", [A], f"https://t.example.net/c?x={quote(written) if 'Base64' in name else written}")
    body(f"LZ-string {name} in JSON", json.dumps({"d": written}), B, "application/json")
body("LZ-string compressToUTF16", lz.compressToUTF16(JSON), B, "text/plain;charset=utf-8")
body("LZ-string compressToUTF16 in JSON", json.dumps({"d": lz.compressToUTF16(JSON)}, ensure_ascii=False), B, "application/json")
units = lz.compress(JSON)
body("LZ-string compressToUint8Array", b"".join(struct.pack(">H", ord(c)) for c in units), B)
body("LZ-string compressToUint8Array in base64", b64(b"".join(struct.pack(">H", ord(c)) for c in units)), B)
for name, data in PACKED.items():
    header = {"zlib": "deflate"}.get(name, name)
    body(f"{name} body with its header", data, want("anna", "email", "body", ["plain"], [name], "user.email"), "application/json", header)
    query(f"{name} in base64 in percent", b64(data), A)
    query(f"{name} in base64url without padding", b64url(data).rstrip("="), A)
    body(f"{name} in base64 in JSON", json.dumps({"z": b64(data)}), B, "application/json")
    body(f"{name} body without a header", data, B, "application/octet-stream")
    if name not in ("br", "deflate"):
        query(f"{name} in hex", data.hex(), A)
body("br body without a header, large", brotli.compress(json.dumps([{"i": i, "t": "event %d" % (i * i)} for i in range(200)] + [LOW]).encode()), B, "application/octet-stream")
body("gzip in gzip", gzip.compress(gzip.compress(JSON.encode(), mtime=0), mtime=0), B)
body("gzip of several members", gzip.compress(b'{"a":1}', mtime=0) + gzip.compress(JSON.encode(), mtime=0), B)
body("content-encoding written twice", gzip.compress(zlib.compress(JSON.encode()), mtime=0), B, "application/json", "deflate, gzip")
body("content-encoding in upper case", PACKED["gzip"], B, "application/json", "GZIP")
body("content-encoding that is not so", JSON, B, "application/json", "gzip")
body("content-encoding aws-chunked or unknown", JSON, B, "application/json", "identity")
query("gzip, base64, percent", b64(PACKED["gzip"]), want("anna", "email", "url.query", ["plain"], None, "x.user.email"))
query("JSON in JSON", json.dumps({"a": json.dumps({"b": json.dumps({"em": LOW})})}), want("anna", "email", "url.query", ["plain"], None, "x.a.b.em"))
query("base64url without padding in JSON in base64", b64(json.dumps({"d": b64url(json.dumps({"em": LOW}).encode()).rstrip("=")}).encode()), want("anna", "email", "url.query", ["plain"], None, "x.d.em"))
query("base64(JSON)", b64(JSON.encode()), want("anna", "email", "url.query", ["plain"], None, "x.user.email"))
query("base64url(JSON)", b64url(JSON.encode()).rstrip("="), want("anna", "email", "url.query", ["plain"], None, "x.user.email"))
query("JSON in percent in base64", b64(quote(JSON).encode()), want("anna", "email", "url.query", ["plain"], None, "x.user.email"))
query("nested query", "https://a.example/?u=" + quote("https://b.example/?em=" + quote(LOW)), want("anna", "email", "url.query", ["plain"], None, "x.u.em"))
query("nested query of hashes", f"em={sha256(LOW)}&ph={sha256('46701740605')}", want("anna", "email", "url.query", ["sha256", "hex"], None, "pid.em"), key="pid")
rows[-1]["expect"].append(want("anna", "phone", "url.query", ["sha256", "hex"], None, "pid.ph"))
jwt = ".".join(b64url(p).rstrip("=") for p in [b'{"alg":"HS256","typ":"JWT"}', json.dumps({"sub": "17", "email": LOW}).encode(), b"\x01\x02\x03" * 10])
exchange("JWT in a header", [want("anna", "email", "header", ["plain"], ["jwt", "json"], "authorization.email")], headers=[["Authorization", "Bearer " + jwt]])
query("JWT in a query", jwt, want("anna", "email", "url.query", ["plain"], ["jwt", "json"], "id_token.email"), key="id_token")
exchange("JWT in a cookie", [want("anna", "email", "cookie", ["plain"], ["jwt", "json"], "sess.email")], headers=[["Cookie", "a=1; sess=" + jwt + "; b=2"]])
body("JWT in JSON", json.dumps({"token": jwt}), want("anna", "email", "body", ["plain"], ["jwt", "json"], "token.email"), "application/json")
exchange("JWT of a hash in a header", [want("anna", "email", "header", ["sha256", "hex"], ["jwt", "json"])], headers=[["X-Id", ".".join(b64url(p).rstrip("=") for p in [b'{"alg":"none"}', json.dumps({"hem": sha256(LOW)}).encode(), b""])]])
exchange("basic authorization", [want("anna", "email", "header", ["plain"], ["base64"])], headers=[["Authorization", "Basic " + b64(f"{LOW}:secret".encode())]])
def field(n, data):
    assert len(data) < 16384
    size = bytes([len(data)]) if len(data) < 128 else bytes([len(data) & 127 | 128, len(data) >> 7])
    return bytes([n << 3 | 2]) + size + data
message = field(1, b"signup") + field(4, field(2, field(3, LOW.encode()) + b"\x08\x07") + b"\x10\x01")
body("Protocol Buffers, nested", message, want("anna", "email", "body", ["plain"], None, "4.2.3"), "application/x-protobuf")
body("Protocol Buffers in gRPC", b"\x00" + struct.pack(">I", len(message)) + message, B, "application/grpc")
body("Protocol Buffers in base64", b64(message), B, "text/plain")
body("Protocol Buffers in gzip", gzip.compress(message, mtime=0), B, "application/x-protobuf", "gzip")
body("Protocol Buffers with a raw digest", field(1, b"x") + field(2, s256(LOW.encode())), want("anna", "email", "body", ["sha256", "raw"]), "application/x-protobuf")
body("Protocol Buffers, a phone as a number", b"\x08" + bytes([(46701740605 >> 7 * i & 127) | (128 if 46701740605 >> 7 * (i + 1) else 0) for i in range(6)]) + field(2, b"x"), want("anna", "phone", "body", ["plain"]), "application/x-protobuf")
multipart = (f'--b7\r\nContent-Disposition: form-data; name="ud[em]"\r\n\r\n{sha256(LOW)}\r\n--b7\r\n'
             f'Content-Disposition: form-data; name="f"; filename="x.json"\r\nContent-Type: application/json\r\n\r\n{JSON}\r\n--b7--\r\n')
body("multipart with a file part", multipart, want("anna", "email", "body", ["sha256", "hex"], None, "ud[em]"), "multipart/form-data; boundary=b7")
rows[-1]["expect"].append(want("anna", "email", "body", ["plain"], None, "f.user.email"))
body("multipart, file of gzip", b'--b7\r\nContent-Disposition: form-data; name="f"; filename="e.gz"\r\nContent-Type: application/gzip\r\n\r\n' + PACKED["gzip"] + b"\r\n--b7--\r\n", B, 'multipart/form-data; boundary="b7"')
body("multipart, the address as a file's name", '--b7\r\nContent-Disposition: form-data; name="f"; filename="anna.berg@example.com.pdf"\r\n\r\nx\r\n--b7--\r\n', want("anna", "email", "body", ["plain"], None, "f"), "multipart/form-data; boundary=b7")
body("multipart, part in base64", f'--b7\r\nContent-Disposition: form-data; name="f"\r\nContent-Transfer-Encoding: base64\r\n\r\n{b64(JSON.encode())}\r\n--b7--\r\n', B, "multipart/mixed; boundary=b7")
body("multipart, part in quoted-printable", '--b7\r\nContent-Disposition: form-data; name="f"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nanna.berg=40example.com\r\n--b7--\r\n', B, "multipart/mixed; boundary=b7")
body("multipart with a preamble", "This is a message.\r\n" + multipart, want("anna", "email", "body", ["sha256", "hex"], None, "ud[em]"), "multipart/form-data; boundary=b7")
rows[-1]["expect"].append(want("anna", "email", "body", ["plain"], None, "f.user.email"))
body("form", "a=1&contact%5Bemail%5D=anna.berg%40example.com&b=2", want("anna", "email", "body", ["plain"], ["percent"], "contact[email]"), "application/x-www-form-urlencoded")
body("form of JSON", "d=" + quote(JSON), want("anna", "email", "body", ["plain"], None, "d.user.email"), "application/x-www-form-urlencoded")
body("XML", f'<?xml version="1.0"?><user email="{LOW}"><n>1</n></user>', B, "application/xml")
body("XML with entities", "<user><mail>anna.berg&#x40;example.com</mail></user>", B, "application/xml")
body("CSV", f"id;mail\n7;{LOW}\n", B, "text/csv")
body("NDJSON", '{"a":1}\n' + JSON + "\n", B, "application/x-ndjson")
body("JSON after a guard", ")]}'\n" + JSON, B, "application/json")
body("JSONP", f"cb({JSON});", B, "text/javascript")
body("GraphQL", json.dumps({"query": "mutation($e:String!){subscribe(email:$e){ok}}", "variables": {"e": LOW}}), want("anna", "email", "body", ["plain"], None, "variables.e"), "application/json")
body("data: URI", json.dumps({"img": "data:text/plain;base64," + b64(LOW.encode())}), B, "application/json")
body("MessagePack", b"\x82\xa5email\xb5" + LOW.encode() + b"\xa1n\x07", B, "application/msgpack")
body("Latin-1", "namn=Öbergsson&ort=Malmö".encode("latin-1"), want("anna", "family_name", "body", ["plain"]), "application/x-www-form-urlencoded; charset=iso-8859-1")
rows[-1]["expect"].append(want("anna", "city", "body", ["plain"]))
query("percent of Latin-1", "", want("anna", "city", "url.query", ["plain"]), key="ct=Malm%F6&y")
query("%uXXXX", "", want("anna", "city", "url.query", ["plain"]), key="ct=Malm%u00f6&y")
query("backslash escapes in percent in base64", b64(quote("anna.berg\\u0040example.com").encode()), A)
query("hash in base64 in JSON in percent", json.dumps({"hem": b64(s256(LOW.encode()))}), want("anna", "email", "url.query", ["sha256", "base64"]))
query("hex of sha256 in base64", b64(sha256(LOW).encode()), want("anna", "email", "url.query", ["sha256", "hex"]))
query("glued by %3D", "k%3D" + sha256(LOW), want("anna", "email", "url.query", ["sha256", "hex"]))
query("glued by \\u003d", "k\\u003d" + sha256(LOW), want("anna", "email", "url.query", ["sha256", "hex"]))
query("hash after a prefix", "sha256:" + sha256(LOW), want("anna", "email", "url.query", ["sha256", "hex"]))
query("hash with a version before it", "v1_" + sha256(LOW), want("anna", "email", "url.query", ["sha256", "hex"]))
query("list of hashes", ",".join([sha256("a@example.org"), sha256(LOW)]), want("anna", "email", "url.query", ["sha256", "hex"]), key="auto_em")
query("weights and hashes", "|".join(["3~" + sha256("0101"), "9~" + sha256("+46701740605")]), want("anna", "phone", "url.query", ["sha256", "hex"]), key="auto_pn")
salted = hashlib.sha256(b"pepper-7" + LOW.encode()).hexdigest()
query("salted before", salted, want("anna", "email", "url.query", ["salt-before", "sha256", "hex"]))
query("salted after", hashlib.md5(LOW.encode() + b"pepper-7").hexdigest(), want("anna", "email", "url.query", ["salt-after", "md5", "hex"]))
for between in ":|-":
    query(f"salted before with {between}", sha256(f"pepper-7{between}{LOW}"), want("anna", "email", "url.query", ["salt-before", "sha256", "hex"]))
    query(f"salted after with {between}", sha256(f"{LOW}{between}pepper-7"), want("anna", "email", "url.query", ["salt-after", "sha256", "hex"]))
for h in ["md5", "sha1", "sha256", "sha512"]:
    query(f"HMAC by {h}", hmac.new(b"pepper-7", LOW.encode(), h).hexdigest(), want("anna", "email", "url.query", ["hmac", h, "hex"]))
exchange("HMAC whose key nobody gave", [], "https://t.example.net/c?x=" + hmac.new(b"k", LOW.encode(), "sha256").hexdigest())

# --- parts ------------------------------------------------------------------------------------------------------------------
for value, form in [(LOW, ["plain"]), (sha256(LOW), ["sha256", "hex"])]:
    n = form[0]
    exchange(f"path, {n}", [want("anna", "email", "url.path", form)], f"https://t.example.net/u/{value}/settings")
    exchange(f"fragment, {n}", [want("anna", "email", "url.fragment", form)], f"https://t.example.net/u#/profile?mail={value}")
    exchange(f"matrix parameter, {n}", [want("anna", "email", "url.path", form)], f"https://t.example.net/u;mail={value}/x")
    exchange(f"header, {n}", [want("anna", "email", "header", form, None, "x-user")], headers=[["X-User", value]])
    exchange(f"cookie, {n}", [want("anna", "email", "cookie", form, None, "uid")], headers=[["cookie", f"s=1; uid={value}"]])
    exchange(f"referer, {n}", [want("anna", "email", "referer", form, None, "m")], headers=[["Referer", f"https://s.example/p?m={value}#x"]])
    exchange(f"frame, {n}", [want("anna", "email", "frame", form, None, "m")], "wss://t.example.net/s", frames=["hello", json.dumps({"m": value})])
    exchange(f"body, {n}", [want("anna", "email", "body", form)], method="POST", body="x " + value)
exchange("frame of base64", [want("anna", "email", "frame", ["plain"])], "wss://t.example.net/s", frames=[b64(PACKED["gzip"])])
exchange("frame of socket.io", [want("anna", "email", "frame", ["plain"], None, "mail")], "wss://t.example.net/s", frames=['42["join",{"mail":"' + LOW + '"}]'])
exchange("user part of the URL", [want("anna", "email", "url.path", ["plain"])], f"https://{quote(LOW)}:pw@t.example.net/")
exchange("hash in a host name", [want("anna", "email", "url.path", ["md5", "hex"])], f"https://{md5(LOW.encode()).hex()}.t.example.net/x")
exchange("key of a query without a value", [want("anna", "email", "url.query", ["plain"])], f"https://t.example.net/c?{quote(LOW)}")
exchange("phone as the key of a query", [want("anna", "phone", "url.query", ["plain"])], "https://t.example.net/c?0701740605=1")
body("base64 with padding alone", b64(b"0701740605"), want("anna", "phone", "body", ["plain"]), "text/plain")
exchange("key of a query", [want("anna", "email", "url.query", ["plain"])], f"https://t.example.net/c?{quote(LOW)}=1")
body("key of JSON", json.dumps({LOW: 1}), B, "application/json")
exchange("query with semicolons", [want("anna", "email", "url.query", ["plain"])], f"https://t.example.net/c;a=1?b=2;mail={LOW};c=3")
exchange("hash-bang", [want("anna", "email", "url.fragment", ["plain"])], f"https://t.example.net/#!/login/{quote(LOW)}")

# --- split values, keystrokes ---------------------------------------------------------------------------------------------------
exchange("user and domain in two parameters", [want("anna", "email", "url.query", ["plain"], ["split"])], "https://t.example.net/c?u=anna.berg&d=example.com")
exchange("domain first", [want("anna", "email", "url.query", ["plain"], ["split"])], "https://t.example.net/c?d=example.com&u=anna.berg")
exchange("domain with its sign", [want("anna", "email", "url.query", ["plain"], ["split"])], "https://t.example.net/c?u=anna.berg&d=%40example.com")
body("user and domain in JSON", json.dumps({"user": "Anna.Berg", "x": 1, "domain": "example.com"}), want("anna", "email", "body", ["plain"], ["split"]), "application/json")
body("user and domain in a form", "local=anna.berg&host=example.com", want("anna", "email", "body", ["plain"], ["split"]), "application/x-www-form-urlencoded")
exchange("phone in groups", [want("anna", "phone", "url.query", ["plain"], ["split"])], "https://t.example.net/c?a=070&b=174&c=0605")
exchange("country code and number", [want("anna", "phone", "url.query", ["plain"])], "https://t.example.net/c?cc=%2B46&nr=701740605")
exchange("personnummer in two", [want("anna", "national_id", "url.query", ["plain"], ["split"])], "https://t.example.net/c?pnr1=640823&pnr2=3234")
exchange("growing prefixes in frames", [want("anna", "email", "frame", ["plain"])], "wss://t.example.net/s", frames=[json.dumps({"v": LOW[:i]}) for i in range(1, len(LOW) + 1)])
exchange("single keys in frames", [want("anna", "email", "frame", ["plain"], ["keystrokes"])], "wss://t.example.net/s", frames=[json.dumps({"k": c}) for c in LOW])
exchange("single keys as plain frames", [want("anna", "email", "frame", ["plain"], ["keystrokes"])], "wss://t.example.net/s", frames=list(LOW))
body("single keys in an array", json.dumps({"keys": list(LOW)}), want("anna", "email", "body", ["plain"], ["keystrokes"]), "application/json")
body("single keys in events", json.dumps({"events": [{"t": 100 + i, "type": "keydown", "key": c} for i, c in enumerate(LOW)]}), want("anna", "email", "body", ["plain"], ["keystrokes"]), "application/json")
body("single digits in events", json.dumps([{"t": 100 + i, "key": c} for i, c in enumerate("0701740605")]), want("anna", "phone", "body", ["plain"], ["keystrokes"]), "application/json")
exchange("single keys with a correction", [want("anna", "email", "frame", ["plain"], ["keystrokes"])], "wss://t.example.net/s", frames=[json.dumps({"key": c}) for c in ["a", "n", "n", "x", "Backspace", *LOW[3:]]])
exchange("single keys with Shift", [want("anna", "email", "frame", ["plain"], ["keystrokes"])], "wss://t.example.net/s", frames=[json.dumps({"key": c}) for c in ["Shift", "A", *LOW[1:9], "AltGraph", "@", *LOW[10:], "Enter"]])
body("key codes", json.dumps([{"keyCode": ord(c.upper())} for c in "annakarin"]), None, "application/json")

# --- vendors' wire formats -----------------------------------------------------------------------------------------------------
E, P = sha256(LOW), sha256("701740605")
def vendor(name, url, *wanted, **rest):
    exchange("vendor: " + name, list(wanted), url, **rest)
q = lambda kind, key, form=("sha256", "hex"): want("anna", kind, "url.query", list(form), None, key)
vendor("Meta, automatic", f"https://www.facebook.com/tr/?id=1&ev=SubscribedButtonClick&udff[em]={E}&udff[ph]={P}&udff[fn]={sha256('annakarin')}&udff[ln]={sha256('öbergsson')}&udff[ct]={sha256('malm')}&udff[zp]={sha256('211 20')}&udff[db]={sha256('19640823')}&udff[country]={sha256('se')}&udff[external_id]={sha256('kund-88213407')}",
       *[q(k, f"udff[{n}]") for k, n in [("email", "em"), ("phone", "ph"), ("given_name", "fn"), ("family_name", "ln"), ("city", "ct"), ("postal_code", "zp"), ("birth_date", "db"), ("country", "country"), ("external_id", "external_id")]])
vendor("Meta, multipart", "https://www.facebook.com/tr/", want("anna", "email", "body", ["sha256", "hex"], None, "ud[em]"), method="POST",
       headers=[["content-type", "multipart/form-data; boundary=b7"]], body=f'--b7\r\nContent-Disposition: form-data; name="ud[em]"\r\n\r\n{E}\r\n--b7--\r\n')
T = sha256("+46701740605")
vendor("TikTok", "https://analytics.tiktok.com/api/v2/pixel", want("anna", "email", "body", ["sha256", "hex"], None, "context.user.auto_email"), want("anna", "phone", "body", ["sha256", "hex"], None, "context.user.auto_phone_number"),
       want("anna", "phone", "body", ["sha256", "hex"], None, "signal_diagnostic_labels.phone.suggested_values"), method="POST", headers=[["content-type", "application/json"]],
       body=json.dumps({"context": {"user": {"auto_email": E, "auto_phone_number": sha256("0701740605")}}, "signal_diagnostic_labels": {"phone": {"suggested_values": [T]}}}))
g = lambda t: b64url(s256(t.encode())).rstrip("=")
vendor("Google, enhanced conversions", f"https://www.googleadservices.com/pagead/conversion/1/?em=tv.1~em.{g(LOW)}~pn.{g('+0701740605')}~fn0.{g('annakarin')}~ln0.{g('öbergsson')}~sa0.{g('storgatanb')}~ct0.Malm%C3%B6~pc0.21120~co0.SE",
       *[q(k, f"em.{n}", ("sha256", "base64url")) for k, n in [("email", "em"), ("phone", "pn"), ("given_name", "fn0"), ("family_name", "ln0"), ("address", "sa0")]], q("city", "em.ct0", ("plain",)), q("postal_code", "em.pc0", ("plain",)))
vendor("Google, escaped", f"https://www.google.com/ccm/form-data/1?em=tv.1%7Eem.{g(LOW)}%7Epn.{g('+46701740605')}", q("email", "em.em", ("sha256", "base64url")), q("phone", "em.pn", ("sha256", "base64url")))
vendor("Snap", f"https://tr.snapchat.com/p?u_hem={E}&u_hpn={sha256('46701740605')}&u_fn={sha256('annakarin')}&l_city=malm%C3%B6", q("email", "u_hem"), q("phone", "u_hpn"), q("given_name", "u_fn"), q("city", "l_city", ("plain",)))
vendor("Pinterest", "https://ct.pinterest.com/v3/?pd=" + quote(json.dumps({"em": E, "ph": sha256("46701740605")})), q("email", "pd.em"), q("phone", "pd.ph"))
vendor("Pinterest, brackets", f"https://ct.pinterest.com/v3/?pd[em]={E}", q("email", "pd[em]"))
vendor("LinkedIn", "https://px.ads.linkedin.com/wa/", want("anna", "email", "body", ["sha256", "hex"], None, "hem"), method="POST", body=b64(gzip.compress(json.dumps({"hem": E, "pids": [1]}).encode(), mtime=0)))
vendor("Microsoft", f"https://bat.bing.com/action/0?pid=em%3D{E}%26ph%3D{T}", q("email", "pid.em"), q("phone", "pid.ph"))
vendor("Reddit", f"https://alb.reddit.com/rp.gif?em={E}&auto_em={sha256('x@example.org')},{E}&auto_pn=1~{sha256('070')}|2~{T}", q("email", "em"), q("email", "auto_em"), q("phone", "auto_pn"))
vendor("Criteo", "https://sslwidget.criteo.com/event?p0=" + quote(f"e=ce&m={quote('[' + md5(LOW.encode()).hex() + ']')}"), q("email", "p0.m", ("md5", "hex")))
vendor("Criteo, plain", "https://sslwidget.criteo.com/event?p0=" + quote(f"e=ce&m={quote('[' + LOW + ']')}"), q("email", "p0.m", ("plain",)))
vendor("HubSpot", "https://track.hubspot.com/__ptq.gif?i=" + quote(f"email={quote(LOW)}"), q("email", "i.email", ("plain",)))
vendor("HubSpot, collected form", "https://forms.hscollectedforms.net/collected-forms/submit/form", want("anna", "email", "body", ["plain"], None, "contactFields.email"), want("anna", "phone", "body", ["plain"], None, "formValues.Tel"), method="POST",
       body=json.dumps({"contactFields": {"email": EMAIL}, "formValues": {"Tel": "070-174 06 05"}}))
vendor("X", f"https://analytics.twitter.com/1/i/adsct?email_address={E}&phone_number={T}", q("email", "email_address"), q("phone", "phone_number"))
vendor("Klaviyo", "https://a.klaviyo.com/client/events/", want("anna", "email", "body", ["plain"]), method="POST", body=json.dumps({"data": {"attributes": {"profile": {"data": {"attributes": {"email": LOW}}}}}}))
vendor("session replay, gzip JSON", "https://r.example.net/rec", want("anna", "email", "body", ["plain"]), method="POST", headers=[["content-encoding", "gzip"]], body_base64=b64(gzip.compress(json.dumps([[1, "input", "#mail", LOW]]).encode(), mtime=0)))

# --- whose -----------------------------------------------------------------------------------------------------------------------
people.update({"desk1": {"email": "reception@example.org"}, "desk2": {"email": "vaxel@example.org", "phone": "08-5390 0605"}, "desk3": {"phone": "08-5390 0605"}})
query("a role address", "reception@example.org", {**want("desk1", "email", "url.query", ["plain"]), "shared": True})
query("a switchboard two people gave", "+46853900605", {**want("desk2", "phone", "url.query", ["plain"]), "shared": True})
query("a role address, hashed", sha256("reception@example.org"), {**want("desk1", "email", "url.query", ["sha256", "hex"]), "shared": True})

# --- patterns: nobody's list --------------------------------------------------------------------------------------------------------
listed = rows
rows, names = [], set()


def somebody(name, value, identifier, form=("plain",), key="x"):
    query(name, value, want("unknown", identifier, "url.query", list(form), None, key), key)


def nobody(name, value, key="x"):
    exchange(name, [], f"https://t.example.net/c?v=2&{key}={quote(value)}")


N = {person: values["national_id"] for person, values in people.items() if "national_id" in values}
somebody("e-mail", "some.body@example.com", "email")
somebody("e-mail with a tag, a hyphen, digits", "some-body_7+x@mail.example.co.uk", "email")
somebody("e-mail in a sentence", "mail some.body@example.com.", "email")
somebody("e-mail beyond ASCII", "bo@blåbär.example", "email")
query("e-mail in base64 of JSON", b64(b'{"m":"some.body@example.com"}'), want("unknown", "email", "url.query", ["plain"], None, "x.m"))
body("e-mail in gzip", gzip.compress(b'{"m":"some.body@example.com"}', mtime=0), want("unknown", "email", "body", ["plain"]))
body("e-mail as \\u escapes", '{"m":"some.body\\u0040example.com"}', want("unknown", "email", "body", ["plain"], None, "m"))
for n, value in enumerate(["+46701740605", "+46 70 174 06 05", "+46 (0)70-174 06 05", "+358 41 2345678", "+44 7700 900123", "tel:+46-70-174-06-05", "+46\u00a070\u00a0174\u00a006\u00a005"]):
    somebody(f"phone with a plus {n}", value, "phone")
for n, (key, value) in enumerate([("phone", "070-174 06 05"), ("ph", "0701740605"), ("mobil", "0701740605"), ("puhelin", "041 2345678"), ("contact[tel]", "0046701740605"), ("phone_number", "46701740605")]):
    somebody(f"phone by its key {n}", value, "phone", key=key)
somebody("personnummer, ten digits", "640823-3234", "national_id")
somebody("personnummer, twelve digits", "19640823-3234", "national_id")
somebody("personnummer of somebody over a hundred", "121212+1212", "national_id")
somebody("samordningsnummer", "701063-2391", "national_id")
for n, (key, value) in enumerate([("pnr", "6408233234"), ("personnummer", "196408233234"), ("ssn", "196408233234"), ("national_id", "6408233234"), ("nationalId", "6408233234"), ("social_security_number", "6408233234"), ("person_nummer", "196408233234")]):
    somebody(f"personnummer by its key {n}", value, "national_id", key=key)
for sign in "+-YXWVUABCDEF":
    somebody(f"henkilötunnus with {sign}", N["fi" + sign], "national_id")
somebody("henkilötunnus in small letters", N["fiA"].lower(), "national_id")
for n, (key, who) in enumerate([("fodselsnummer", "no"), ("fødselsnummer", "no"), ("fnr", "no"), ("fnr", "nod"), ("cpr", "dk"), ("cpr_nr", "dk"), ("isikukood", "ee"), ("personas_kods", "lv"), ("personaskods", "lv"), ("asmens_kodas", "lt"), ("asmenskodas", "lt"), ("national_id", "no")]):
    somebody(f"number of the neighbours by its key {n}", N[who], "national_id", key=key)
somebody("card in groups", "4111 1111 1111 1111", "card")
somebody("card with hyphens", "5555-5555-5555-4444", "card")
somebody("card of fifteen digits in groups", "3782 822463 10005", "card")
somebody("card by its key", "4111111111111111", "card", key="card_number")
for n, value in enumerate(["SE4550000000058398257466", "FI2112345600000785", "DE89370400440532013000", "GB82WEST12345698765432", "NO9386011117947"]):
    somebody(f"IBAN {n}", value, "iban")
somebody("IBAN in groups", "SE45 5000 0000 0583 9825 7466", "iban")
somebody("IBAN in groups, the last short", "FI21 1234 5600 0007 85", "iban")
S = HASHES["sha256"](b"somebody@example.com")
for key, kind in [("udff[em]", "email"), ("ud[ph]", "phone"), ("udff[fn]", "given_name"), ("udff[zp]", "postal_code"), ("aud[external_id]", "external_id"), ("u_hem", "email"), ("u_hpn", "phone"), ("hem", "email"), ("em", "email"),
                  ("pd[em]", "email"), ("auto_em", "email"), ("email_address", "email"), ("phone_number", "phone")]:
    somebody(f"hash under {key}", S.hex(), kind, ("sha256", "hex"), key=key)
somebody("hash in upper case", S.hex().upper(), "email", ("sha256", "hex-upper"), key="udff[em]")
somebody("MD5", md5(b"x@example.com").hex(), "email", ("md5", "hex"), key="u_hem")
somebody("SHA-1", sha1(b"x@example.com").hex(), "email", ("sha1", "hex"), key="u_hem")
somebody("hash in base64", b64(S), "email", ("sha256",), key="hem")
somebody("hash in base64url", b64url(S).rstrip("="), "email", ("sha256", "base64url"), key="hem")
query("hash of Google's list", "tv.1~em." + b64url(S).rstrip("=") + "~pn." + b64url(s256(b"+46701740605")).rstrip("="), want("unknown", "email", "url.query", ["sha256", "base64url"], None, "em.em"), key="em")
rows[-1]["expect"].append(want("unknown", "phone", "url.query", ["sha256", "base64url"], None, "em.pn"))
query("hash in JSON in a query", json.dumps({"em": S.hex()}), want("unknown", "email", "url.query", ["sha256", "hex"], None, "pd.em"), key="pd")
query("hash in a nested query", f"em={S.hex()}&ph=x", want("unknown", "email", "url.query", ["sha256", "hex"], None, "pid.em"), key="pid")
query("list of hashes", S.hex() + "," + s256(b"b@example.com").hex(), want("unknown", "email", "url.query", ["sha256", "hex"], None, "auto_em"), key="auto_em")
query("weights and hashes", "2~" + S.hex() + "|1~" + s256(b"0").hex(), want("unknown", "phone", "url.query", ["sha256", "hex"], None, "auto_pn"), key="auto_pn")
body("hash in TikTok's JSON", json.dumps({"context": {"user": {"auto_email": S.hex(), "auto_phone_number": s256(b"1").hex()}}}), want("unknown", "email", "body", ["sha256", "hex"], None, "context.user.auto_email"))
rows[-1]["expect"].append(want("unknown", "phone", "body", ["sha256", "hex"], None, "context.user.auto_phone_number"))
body("hash in LinkedIn's body", b64(gzip.compress(json.dumps({"hem": S.hex()}).encode(), mtime=0)), want("unknown", "email", "body", ["sha256", "hex"], None, "hem"))
body("hash in multipart", f'--b7\r\nContent-Disposition: form-data; name="udff[em]"\r\n\r\n{S.hex()}\r\n--b7--\r\n', want("unknown", "email", "body", ["sha256", "hex"], None, "udff[em]"), "multipart/form-data; boundary=b7")
for n, (key, value) in enumerate([("sid", S.hex()), ("em", "undefined"), ("udff[em]", "0" * 64), ("img", "logo@2x.png"), ("v", "react@17.0.2"), ("t", "1700083981162"), ("x", "640823-3235"), ("x", "131052-308U"), ("card", "4111111111111112"),
                                  ("x", "SE4550000000058398257467"), ("x", "SE45 5000 0000 0583 9825 7467"), ("at", "2023-11-15T21:43:17+0100"), ("x", "123e4567-e89b-12d3-a456-426614174000"), ("geo", "59.3293,18.0686"), ("x", "1.2.3.4"),
                                  ("dsn", "https://0123456789abcdef@o1.ingest.example.com/1"), ("x", "640823-3234-1"), ("x", "0701740605"), ("pkg", "@scope/name@1.2.3"), ("x", "ssh://git@host/x"), ("color", "#0a0b0c"), ("x", "GA1.2.1234567890.1700000000")]):
    nobody(f"nothing {n}", value, key)
patterns, rows = rows, listed

COLUMNS = ["email", "phone", "given_name", "family_name", "birth_date", "national_id", "address", "postal_code", "city", "country", "external_id", "card", "iban"]
with open(os.path.join(HERE, "people.csv"), "w", encoding="utf-8", newline="") as f:
    f.write("id,role," + ",".join(COLUMNS) + "\n")
    for person, values in people.items():
        f.write(f"{person},patient," + ",".join(values.get(c, "") for c in COLUMNS) + "\n")
for name, all in [("traffic.ndjson", rows), ("patterns.ndjson", patterns)]:
    with open(os.path.join(HERE, name), "w", encoding="utf-8") as f:
        f.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in all)
print(len(rows), "and", len(patterns), "exchanges,", len(people), "people")

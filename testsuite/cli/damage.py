"""Damaged copies of a file: damage.py sections|anywhere FILE FOLDER [COUNT]."""
import os, random, struct, sys

how, path, folder = sys.argv[1:4]
count = int(sys.argv[4]) if len(sys.argv) > 4 else 0
data = open(path, "rb").read()
os.makedirs(folder, exist_ok=True)
chance = random.Random(19)


def sections(data):
    """(name, offset, size) of each section of a 64-bit little-endian ELF file."""
    shoff, = struct.unpack_from("<Q", data, 0x28)
    entry, number, names = struct.unpack_from("<HHH", data, 0x3A)
    rows = [struct.unpack_from("<IIQQQQ", data, shoff + i * entry) for i in range(number)]
    table = rows[names][4]
    for name, _, _, _, offset, size in rows:
        yield data[table + name:data.index(0, table + name)].decode(), offset, size


def save(number, changed):
    with open(os.path.join(folder, "%04d.o" % number), "wb") as out:
        out.write(changed)


if how == "sections":
    number = 0
    for name, offset, size in sections(data):
        if name not in (".vitrine.facts", ".note.vitrine"):
            continue
        # Of a note, flags, padding and how much of it counts may change without doing harm.
        end = size if name == ".vitrine.facts" else 12 + 8 + 34
        for at in list(range(min(end, 48))) + [chance.randrange(end) for _ in range(20)]:
            if name == ".note.vitrine" and at in (4, 12 + 8 + 1):
                continue
            changed = bytearray(data)
            changed[offset + at] ^= 1 << chance.randrange(8)
            save(number, changed)
            number += 1
else:
    for number in range(count):
        changed = bytearray(data)
        for _ in range(chance.choice((1, 1, 2, 8))):
            changed[chance.randrange(len(changed))] = chance.randrange(256)
        save(number, changed)

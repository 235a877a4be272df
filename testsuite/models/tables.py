#!/usr/bin/env python3
"""Proves models/tables/*.json: every table is derived here from the definition of its algorithm, or,
where it is arbitrary, used to compute what the standard says comes out, or held against the property
that its authors built it for (one changed entry breaks it).

    tables.py FOLDER            compares
    tables.py FOLDER --update   writes the derived ones anew; the others stay as they are
"""
import hashlib
import json
import math
import pathlib
import subprocess
import sys

M32, M64 = 0xFFFFFFFF, 0xFFFFFFFFFFFFFFFF


def rol(value, by, bits=32):
    by %= bits
    return (value << by | value >> (bits - by)) & ((1 << bits) - 1)


def primes(count):
    found = []
    candidate = 2
    while len(found) < count:
        if all(candidate % p for p in found if p * p <= candidate):
            found.append(candidate)
        candidate += 1
    return found


# ---- Digits of pi and e ---------------------------------------------------------------------------

def pi_bits(bits):
    """floor(pi * 2^bits), by Machin's formula."""
    guard = bits + 64

    def arctan(inverse):
        term = total = (1 << guard) // inverse
        k = 1
        while term:
            term //= inverse * inverse
            k += 2
            total += -(term // k) if k // 2 % 2 else term // k
        return total
    return (16 * arctan(5) - 4 * arctan(239)) >> 64


def e_bits(bits):
    guard = bits + 64
    term = total = 1 << guard
    k = 1
    while term:
        term //= k
        total += term
        k += 1
    return total >> 64


def pi_digits(count):
    """Decimal digits of pi, the 3 first."""
    return str(pi_bits(count * 4) * 10 ** count >> (count * 4))


# ---- AES ------------------------------------------------------------------------------------------

def gf_mul(a, b, polynomial=0x11B):
    product = 0
    while b:
        if b & 1:
            product ^= a
        a <<= 1
        if a & 0x100:
            a ^= polynomial
        b >>= 1
    return product


def gf_inverse(a, polynomial=0x11B):
    result, square = 1, a
    for bit in range(8):
        if 254 >> bit & 1:
            result = gf_mul(result, square, polynomial)
        square = gf_mul(square, square, polynomial)
    return result if a else 0


def aes_box(row):
    """Each round looks up 16 bytes; the last of ten may do so elsewhere."""
    return row | {"round": 16, "rounds": 9}


def aes():
    box = []
    for x in range(256):
        y = gf_inverse(x)
        box.append(y ^ rol(y, 1, 8) ^ rol(y, 2, 8) ^ rol(y, 3, 8) ^ rol(y, 4, 8) ^ 0x63)
    inverse = [box.index(x) for x in range(256)]
    te = [gf_mul(s, 2) << 24 | s << 16 | s << 8 | gf_mul(s, 3) for s in box]
    td = [gf_mul(s, 14) << 24 | gf_mul(s, 9) << 16 | gf_mul(s, 13) << 8 | gf_mul(s, 11)
          for s in inverse]
    yield aes_box(table("AES S-box", "AES", 1, box, 16))
    yield aes_box(table("AES inverse S-box", "AES", 1, inverse, 16))
    for turn in range(4):
        yield aes_box(
            table(f"AES table Te{turn}", "AES", 4, [rol(t, 32 - 8 * turn) for t in te], 16))
    for turn in range(4):
        yield aes_box(
            table(f"AES table Td{turn}", "AES", 4, [rol(t, 32 - 8 * turn) for t in td], 16))
    yield aes_box(table("AES S-box in words", "AES", 4, [s * 0x01010101 for s in box], 16))
    yield aes_box(
        table("AES inverse S-box in words", "AES", 4, [s * 0x01010101 for s in inverse], 16))
    rcon = [1]
    while len(rcon) < 10:
        rcon.append(gf_mul(rcon[-1], 2))
    yield table("AES round constants", "AES", 1, rcon)
    yield table("AES round constants in words", "AES", 4, [r << 24 for r in rcon])


# ---- Other ciphers --------------------------------------------------------------------------------

DES_IP = [58 - 8 * (i % 8) + 2 * (i // 8) if i < 32 else 57 - 8 * (i % 8) + 2 * (i // 8 - 4)
          for i in range(64)]
DES_FP = [DES_IP.index(i + 1) + 1 for i in range(64)]
DES_E = [(4 * (i // 6) + i % 6 - 1) % 32 + 1 for i in range(48)]
DES_P = [16, 7, 20, 21, 29, 12, 28, 17, 1, 15, 23, 26, 5, 18, 31, 10, 2, 8, 24, 14, 32, 27, 3, 9,
         19, 13, 30, 6, 22, 11, 4, 25]
DES_PC1 = [57, 49, 41, 33, 25, 17, 9, 1, 58, 50, 42, 34, 26, 18, 10, 2, 59, 51, 43, 35, 27, 19, 11,
           3, 60, 52, 44, 36, 63, 55, 47, 39, 31, 23, 15, 7, 62, 54, 46, 38, 30, 22, 14, 6, 61, 53,
           45, 37, 29, 21, 13, 5, 28, 20, 12, 4]
DES_PC2 = [14, 17, 11, 24, 1, 5, 3, 28, 15, 6, 21, 10, 23, 19, 12, 4, 26, 8, 16, 7, 27, 20, 13, 2,
           41, 52, 31, 37, 47, 55, 30, 40, 51, 45, 33, 48, 44, 49, 39, 56, 34, 53, 46, 42, 50, 36,
           29, 32]
DES_S = [
    "e4d12fb83a6c5907" "0f74e2d1a6cb9538" "41e8d62bfc973a50" "fc8249175b3ea06d",
    "f18e6b34972dc05a" "3d47f28ec01a69b5" "0e7ba4d158c6932f" "d8a13f42b67c05e9",
    "a09e63f51dc7b428" "d709346a285ecbf1" "d6498f30b12c5ae7" "1ad069874fe3b52c",
    "7de3069a1285bc4f" "d8b56f03472c1ae9" "a690cb7df13e5284" "3f06a1d8945bc72e",
    "2c417ab6853fd0e9" "eb2c47d150fa3986" "421bad78f9c5630e" "b8c71e2d6f09a453",
    "c1af92680d34e75b" "af427c9561de0b38" "9ef528c3704a1db6" "432c95fabe17608d",
    "4b2ef08d3c975a61" "d0b7491ae35c2f86" "14bdc37eaf680592" "6bd814a7950fe23c",
    "d2846fb1a93e50c7" "1fd8a374c56b0e92" "7b419ce206adf358" "21e74a8dfc90356b",
]
DES_S = [[int(digit, 16) for digit in box] for box in DES_S]


def des_row(six):
    return (six >> 5 << 1 | six & 1) << 4 | six >> 1 & 15


def permute(value, width, order):
    return sum((value >> (width - at) & 1) << (len(order) - 1 - i) for i, at in enumerate(order))


def des_encrypt(key, block):
    shifts = [1, 1, 2, 2, 2, 2, 2, 2, 1, 2, 2, 2, 2, 2, 2, 1]
    key = permute(key, 64, DES_PC1)
    c, d = key >> 28, key & 0xFFFFFFF
    block = permute(block, 64, DES_IP)
    left, right = block >> 32, block & M32
    for shift in shifts:
        c, d = rol(c, shift, 28), rol(d, shift, 28)
        mixed = permute(right, 32, DES_E) ^ permute(c << 28 | d, 56, DES_PC2)
        out = 0
        for box in range(8):
            out = out << 4 | DES_S[box][des_row(mixed >> (42 - 6 * box) & 63)]
        left, right = right, left ^ permute(out, 32, DES_P)
    return permute(right << 32 | left, 64, DES_FP)


def des():
    assert des_encrypt(0x133457799BBCDFF1, 0x0123456789ABCDEF) == 0x85E813540F0AB405
    # NIST SP 800-17: the S-box test of 19 pairs; four of them and the one above touch every box.
    for key, plain, cipher in (
            (0x7CA110454A1A6E57, 0x01A1D6D039776742, 0x690F5B0D9A26939B),
            (0x0131D9619DC1376E, 0x5CD54CA83DEF57DA, 0x7A389D10354BD271),
            (0x07A1133E4A0B2686, 0x0248D43806F67172, 0x868EBB51CAB4599A),
            (0x3849674C2602319E, 0x51454B582DDF440A, 0x7178876E01F19B2A),
            (0x04B915BA43FEB5B6, 0x42FD443059577FA2, 0xAF37FB421F8C4095),
            (0x0113B970FD34F2CE, 0x059B5E0851CF143A, 0x86A560F10EC6D85B),
            (0x0170F175468FB5E6, 0x0756D8E0774761D2, 0x0CD3DA020021DC09),
            (0x43297FAD38E373FE, 0x762514B829BF486A, 0xEA676B2CB7DB2B7A),
            (0x07A7137045DA2A16, 0x3BDD119049372802, 0xDFD64A815CAF1A0F),
            (0x04689104C2FD3B2F, 0x26955F6835AF609A, 0x5C513C9C4886C088),
            (0x37D06BB516CB7546, 0x164D5E404F275232, 0x0A2AEEAE3FF4AB77),
            (0x1F08260D1AC2465E, 0x6B056E18759F5CCA, 0xEF1BF03E5DFA575A),
            (0x584023641ABA6176, 0x004BD6EF09176062, 0x88BF0DB6D70DEE56),
            (0x025816164629B007, 0x480D39006EE762F2, 0xA1F9915541020B56),
            (0x49793EBC79B3258F, 0x437540C8698F3CFA, 0x6FBF1CAFCFFD0556),
            (0x4FB05E1515AB73A7, 0x072D43A077075292, 0x2F22E49BAB7CA1AC),
            (0x49E95D6D4CA229BF, 0x02FE55778117F12A, 0x5A6B612CC26CCE4A),
            (0x018310DC409B26D6, 0x1D9D5C5018F728C2, 0x5F4C038ED12B2E41),
            (0x1C587F1C13924FEF, 0x305532286D6F295A, 0x63FAC0D034D9F793)):
        assert des_encrypt(key, plain) == cipher
    for number, box in enumerate(DES_S, 1):
        yield table(f"DES S-box {number}", "DES", 1, box, 4)
        by_input = [box[des_row(six)] for six in range(64)]
        yield table(f"DES S-box {number} by input", "DES", 1, by_input, 4)
    for number, box in enumerate(DES_S):
        spread = [permute(box[des_row(six)] << (28 - 4 * number), 32, DES_P) for six in range(64)]
        reverse = [int(f"{word:032b}"[::-1], 2) for word in spread]
        backwards = [reverse[int(f"{six:06b}"[::-1], 2)] for six in range(64)]
        for turn in (0, 1, 31):
            yield table(f"DES S-box {number + 1} behind P, turned by {turn}", "DES", 4,
                        [rol(word, turn) for word in spread], 4)
        for turn in (0, 3):
            yield table(f"DES S-box {number + 1} behind P, bits reversed, turned by {turn}", "DES",
                        4, [rol(word, turn) for word in backwards], 4)
    for name, order in (("initial permutation", DES_IP), ("final permutation", DES_FP),
                        ("permutation P", DES_P), ("permuted choice 1", DES_PC1),
                        ("permuted choice 2", DES_PC2), ("expansion", DES_E)):
        near = 0 if order is DES_E else 2
        yield table(f"DES {name}", "DES", 1, order, near)
        yield table(f"DES {name} from 0", "DES", 1, [at - 1 for at in order], near)


def blowfish():
    words = 18 + 4 * 256
    fraction = pi_bits(32 * words) & ((1 << 32 * words) - 1)
    digits = [fraction >> 32 * (words - 1 - i) & M32 for i in range(words)]
    yield table("Blowfish P-array", "Blowfish", 4, digits[:18], 2)
    for box in range(4):
        yield table(f"Blowfish S-box {box + 1}", "Blowfish", 4,
                    digits[18 + 256 * box:274 + 256 * box], 16)
    yield table("BLAKE constants", "BLAKE", 4, digits[:16], 1)
    wide = [digits[2 * i] << 32 | digits[2 * i + 1] for i in range(16)]
    yield table("BLAKE constants of 64 bits", "BLAKE", 8, wide, 1)


def md2():
    digits = iter(pi_digits(900))

    def below(n):
        while True:
            x, y = int(next(digits)), 10
            for bound in (10, 100):
                if n > bound:
                    x, y = x * 10 + int(next(digits)), y * 10
            if x < n * (y // n):
                return x % n
    box = list(range(256))
    for n in range(2, 257):
        j = below(n)
        box[j], box[n - 1] = box[n - 1], box[j]
    yield table("MD2 S-box", "MD2", 1, box, 16)


def sm4():
    """The affine map of the S-box is a circulant of 0xD3 on both sides of the inverse."""
    def affine(x):
        return sum((bin(rol(0xA7, i, 8) & x).count("1") & 1) << i for i in range(8)) ^ 0xD3
    box = [affine(gf_inverse(affine(x), 0x1F5)) for x in range(256)]
    ck = [sum((4 * i + j) * 7 % 256 << 24 - 8 * j for j in range(4)) for i in range(32)]
    fk = [0xA3B1BAC6, 0x56AA3350, 0x677D9197, 0xB27022DC]

    def tau(x):
        return sum(box[x >> shift & 255] << shift for shift in (0, 8, 16, 24))

    def crypt(key, block):
        k = [key >> 96 - 32 * i & M32 ^ fk[i] for i in range(4)]
        x = [block >> 96 - 32 * i & M32 for i in range(4)]
        for constant in ck:
            t = tau(k[1] ^ k[2] ^ k[3] ^ constant)
            k = k[1:] + [k[0] ^ t ^ rol(t, 13) ^ rol(t, 23)]
            t = tau(x[1] ^ x[2] ^ x[3] ^ k[3])
            x = x[1:] + [x[0] ^ t ^ rol(t, 2) ^ rol(t, 10) ^ rol(t, 18) ^ rol(t, 24)]
        return sum(word << 32 * i for i, word in enumerate(x))
    text = 0x0123456789ABCDEFFEDCBA9876543210
    assert crypt(text, text) == 0x681EDF34D206965E86B3E94F536E4246
    yield table("SM4 S-box", "SM4", 1, box, 16)
    yield table("SM4 FK", "SM4", 4, fk, 1)
    yield table("SM4 CK", "SM4", 4, ck, 2)


def streams():
    for name, text in (("sigma", b"expand 32-byte k"), ("tau", b"expand 16-byte k")):
        words = [int.from_bytes(text[i:i + 4], "little") for i in range(0, 16, 4)]
        yield table(f"ChaCha and Salsa20 {name}", "ChaCha20", 4, words, 1)
    text = b"somepseudorandomlygeneratedbytes"
    words = [int.from_bytes(text[i:i + 8], "big") for i in range(0, 32, 8)]
    yield table("SipHash constants", "SipHash", 8, words, 1)


def poly1305():
    """The key's clamp as implementations hold it, in limbs of 26, 44 and 64 bits. Of 32 bits there are
    only two words that differ, which is too little to be known by."""
    clamp = 0x0ffffffc0ffffffc0ffffffc0fffffff
    for name, bits, count, element in (("26", 26, 5, 4), ("44", 44, 3, 8), ("64", 64, 2, 8)):
        masks = [clamp >> bits * i & (1 << bits) - 1 for i in range(count)]
        yield table(f"Poly1305 clamp in {name} bits", "Poly1305", element, masks)


# ---- Hashes ---------------------------------------------------------------------------------------

def fraction_of_root(number, root, bits):
    """The first BITS of the fraction of the ROOT-th root of NUMBER."""
    low, high = 0, number << bits
    scaled = number << root * bits
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if middle ** root <= scaled else (low, middle)
    return low & ((1 << bits) - 1)


def sha2():
    first = primes(80)
    k512 = [fraction_of_root(p, 3, 64) for p in first]
    h512 = [fraction_of_root(p, 2, 64) for p in first[:8]]
    h384 = [fraction_of_root(p, 2, 64) for p in first[8:16]]
    yield table("SHA-256 K", "SHA-256", 4, [k >> 32 for k in k512[:64]], 4)
    yield table("SHA-512 K", "SHA-512", 8, k512, 4)
    yield table("SHA-256 initial value", "SHA-256", 4, [h >> 32 for h in h512], 1)
    yield table("SHA-224 initial value", "SHA-224", 4, [h & M32 for h in h384], 1)
    yield table("SHA-512 initial value", "SHA-512", 8, h512, 1)
    yield table("SHA-384 initial value", "SHA-384", 8, h384, 1)
    for bits in (224, 256):
        state = sha512_raw([h ^ 0xA5A5A5A5A5A5A5A5 for h in h512], k512,
                           f"SHA-512/{bits}".encode())
        yield table(f"SHA-512/{bits} initial value", f"SHA-512/{bits}", 8, state, 1)


def sha512_raw(state, k, text):
    block = text + b"\x80" + bytes(127 - len(text) - 16) + (8 * len(text)).to_bytes(16, "big")
    w = [int.from_bytes(block[i:i + 8], "big") for i in range(0, 128, 8)]
    for i in range(16, 80):
        s0 = rol(w[-15], 63, 64) ^ rol(w[-15], 56, 64) ^ w[-15] >> 7
        s1 = rol(w[-2], 45, 64) ^ rol(w[-2], 3, 64) ^ w[-2] >> 6
        w.append(w[-16] + s0 + w[-7] + s1 & M64)
    a, b, c, d, e, f, g, h = state
    for i in range(80):
        t1 = h + (rol(e, 50, 64) ^ rol(e, 46, 64) ^ rol(e, 23, 64)) + (e & f ^ ~e & g) + k[i] + w[i]
        t2 = (rol(a, 36, 64) ^ rol(a, 30, 64) ^ rol(a, 25, 64)) + (a & b ^ a & c ^ b & c)
        a, b, c, d, e, f, g, h = t1 + t2 & M64, a, b, c, d + t1 & M64, e, f, g
    return [x + y & M64 for x, y in zip(state, (a, b, c, d, e, f, g, h))]


def older_hashes():
    k = [int(abs(math.sin(i + 1)) * 2 ** 32) for i in range(64)]
    start = [0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476]
    yield table("MD5 K", "MD5", 4, k, 4)
    yield table("MD5 shifts", "MD5", 1,
                [7, 12, 17, 22] * 4 + [5, 9, 14, 20] * 4 + [4, 11, 16, 23] * 4 + [6, 10, 15, 21] * 4)
    yield table("MD5 initial value", "MD5", 4, start, 1)
    roots = [math.isqrt(n << 60) for n in (2, 3, 5, 10)]
    yield table("SHA-1 K", "SHA-1", 4, roots, 1)
    yield table("SHA-1 initial value", "SHA-1", 4, start + [0xC3D2E1F0], 1)
    cube = [root3(n) for n in (2, 3, 5, 7)]
    yield table("RIPEMD-160 K", "RIPEMD-160", 4, [0] + roots[:3] + [math.isqrt(7 << 60)], 1)
    yield table("RIPEMD-160 K'", "RIPEMD-160", 4, cube + [0], 1)


def root3(number):
    low, high = 0, 1 << 34
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if middle ** 3 <= number << 90 else (low, middle)
    return low


def keccak():
    constants, state = [], 1
    for _ in range(24):
        value = 0
        for j in range(7):
            if state & 1:
                value |= 1 << (1 << j) - 1
            state = state << 1 ^ (0x171 if state >> 7 else 0)
        constants.append(value)
    yield table("Keccak round constants", "SHA-3", 8, constants, 2)


def blake2b(rows, message):
    """BLAKE2b of MESSAGE, one block (RFC 7693), by the permutations in ROWS."""
    start = [fraction_of_root(p, 2, 64) for p in primes(8)]
    h = [start[0] ^ 0x01010040] + start[1:]
    v = h + start
    v[12] ^= len(message)
    v[14] ^= M64
    block = message.ljust(128, b"\0")
    m = [int.from_bytes(block[i:i + 8], "little") for i in range(0, 128, 8)]
    for turn in range(12):
        for i in range(8):
            turned = i // 4
            a, b, c, d = (i % 4, 4 + (i + turned) % 4, 8 + (i + 2 * turned) % 4,
                          12 + (i + 3 * turned) % 4)
            for part, (first, second) in enumerate(((32, 24), (16, 63))):
                v[a] = v[a] + v[b] + m[rows[turn % 10][2 * i + part]] & M64
                v[d] = rol(v[d] ^ v[a], 64 - first, 64)
                v[c] = v[c] + v[d] & M64
                v[b] = rol(v[b] ^ v[c], 64 - second, 64)
    return b"".join((h[i] ^ v[i] ^ v[i + 8]).to_bytes(8, "little") for i in range(8))


def blake2():
    sigma = ["0123456789abcdef", "ea489fd61c02b753", "b8c052fdae367194", "7931dcbe265a40f8",
             "905724afe1bc683d", "2c6a0b834d75fe19", "c51fed4a0763928b", "db7ec13950f4862a",
             "6fe9b308c2d714a5", "a2847615fb9e3cd0"]
    rows = [[int(digit, 16) for digit in row] for row in sigma]
    message = bytes(range(128))
    assert blake2b(rows, message) == hashlib.blake2b(message).digest()
    yield table("BLAKE2 sigma", "BLAKE2", 1, sum(rows, []), 8)


def sm3():
    yield table("SM3 initial value", "SM3", 4,
                [0x7380166F, 0x4914B2B9, 0x172442D7, 0xDA8A0600, 0xA96F30BC, 0x163138AA,
                 0xE38DEE4D, 0xB0FB0E4E], 1)


# ---- Checksums ------------------------------------------------------------------------------------

def crc(bits, polynomial, reflected):
    values = []
    for byte in range(256):
        value = byte if reflected else byte << (bits - 8)
        for _ in range(8):
            if reflected:
                value = value >> 1 ^ (polynomial if value & 1 else 0)
            else:
                value = (value << 1 ^ (polynomial if value >> (bits - 1) else 0)) & ((1 << bits) - 1)
        values.append(value)
    return values


def checksums():
    for name, bits, polynomial, reflected in (
            ("CRC-32", 32, 0xEDB88320, True), ("CRC-32, high bit first", 32, 0x04C11DB7, False),
            ("CRC-32C", 32, 0x82F63B78, True), ("CRC-16/ARC", 16, 0xA001, True),
            ("CRC-16/CCITT", 16, 0x1021, False), ("CRC-16/KERMIT", 16, 0x8408, True),
            ("CRC-64/XZ", 64, 0xC96C5795D7870F42, True),
            ("CRC-64/ECMA", 64, 0x42F0E1EBA9EA3693, False), ("CRC-24", 32, 0x864CFB << 8, False)):
        values = crc(bits, polynomial, reflected)
        if name == "CRC-24":
            values = [value >> 8 for value in values]
        yield table(f"{name} table", name.split(",")[0], bits // 8, values, 16)


# ---- Numbers --------------------------------------------------------------------------------------

def is_prime(n):
    if n < 2 or n % 2 == 0:
        return n == 2
    d, s = n - 1, 0
    while d % 2 == 0:
        d, s = d // 2, s + 1
    for base in primes(24):
        x = pow(base, d, n)
        if x in (1, n - 1):
            continue
        for _ in range(s - 1):
            x = x * x % n
            if x == n - 1:
                break
        else:
            return False
    return True


MODP = {768: (1, 149686), 1024: (2, 129093), 1536: (5, 741804), 2048: (14, 124476),
        3072: (15, 1690314), 4096: (16, 240904), 6144: (17, 929484), 8192: (18, 4743158)}
FFDHE = {2048: 560316, 3072: 2625351, 4096: 5736041, 6144: 15705020, 8192: 10965728}


def groups():
    for bits, (number, constant) in MODP.items():
        p = (1 << bits) - (1 << bits - 64) - 1 + ((pi_bits(bits - 130) + constant) << 64)
        assert bits > 2048 or is_prime(p) and is_prime(p // 2)
        yield number_of(f"MODP group {number}", "DH", p, 4)
    for bits, constant in FFDHE.items():
        p = (1 << bits) - (1 << bits - 64) - 1 + ((e_bits(bits - 130) + constant) << 64)
        assert bits > 2048 or is_prime(p) and is_prime(p // 2)
        yield number_of(f"ffdhe{bits}", "DH", p, 4)


# ---- Tables that are not derived, and what they are held to ----------------------------------------

def differential_uniformity(box):
    worst = 0
    for a in range(1, 256):
        counts = [0] * 256
        for x in range(256):
            counts[box[x] ^ box[x ^ a]] += 1
        worst = max(worst, *counts)
    return worst


def check_camellia(by_name):
    """SBOX1 is an inverse between affine maps: no difference is more likely than 4 in 256."""
    box = by_name["Camellia S-box 1"]
    assert sorted(box) == list(range(256)) and differential_uniformity(box) == 4
    assert by_name["Camellia S-box 2"] == [rol(s, 1, 8) for s in box]
    assert by_name["Camellia S-box 3"] == [rol(s, 7, 8) for s in box]
    assert by_name["Camellia S-box 4"] == [box[rol(x, 1, 8)] for x in range(256)]
    for name, index, shape in (("SP1110", 1, 0x01010100), ("SP0222", 2, 0x00010101),
                               ("SP3033", 3, 0x01000101), ("SP4404", 4, 0x01010001)):
        assert by_name[f"Camellia {name}"] == \
            [s * shape for s in by_name[f"Camellia S-box {index}"]]


def check_cast(by_name):
    """Each output bit of a CAST S-box is a bent function: its spectrum is flat (RFC 2144, Adams)."""
    for number in range(1, 9):
        box = by_name[f"CAST S-box {number}"]
        for bit in range(32):
            spectrum = [1 - 2 * (word >> bit & 1) for word in box]
            step = 1
            while step < 256:
                for i in range(0, 256, 2 * step):
                    for j in range(i, i + step):
                        a, b = spectrum[j], spectrum[j + step]
                        spectrum[j], spectrum[j + step] = a + b, a - b
                step *= 2
            assert all(abs(w) == 16 for w in spectrum), f"CAST S-box {number}, bit {bit}"


def rc2_encrypt(pi, key, block):
    """RFC 2268, with 64 effective bits."""
    k = list(key) + [0] * (128 - len(key))
    for i in range(len(key), 128):
        k[i] = pi[(k[i - 1] + k[i - len(key)]) % 256]
    k[120] = pi[k[120]]
    for i in range(119, -1, -1):
        k[i] = pi[k[i + 1] ^ k[i + 8]]
    words = [k[2 * i] | k[2 * i + 1] << 8 for i in range(64)]
    r = [block[2 * i] | block[2 * i + 1] << 8 for i in range(4)]
    j = 0
    for turn in range(16):
        if turn in (5, 11):
            for i in range(4):
                r[i] = r[i] + words[r[i - 1] & 63] & 0xFFFF
        for i, shift in enumerate((1, 2, 3, 5)):
            mixed = r[i] + words[j] + (r[i - 1] & r[i - 2]) + (~r[i - 1] & r[i - 3]) & 0xFFFF
            r[i], j = rol(mixed, shift, 16), j + 1
    return bytes(sum(([w & 255, w >> 8] for w in r), []))


def check_rc2(by_name):
    pi = by_name["RC2 pi table"]
    assert sorted(pi) == list(range(256))
    for key, plain, cipher in (("ffffffffffffffff", "ffffffffffffffff", "278b27e42e2f0d49"),
                               ("3000000000000000", "1000000000000001", "30649edf9be7d2c2"),
                               ("88bca90e90875a7f0f79c384627bafb2", "0000000000000000", None)):
        out = rc2_encrypt(pi, bytes.fromhex(key), bytes.fromhex(plain))
        assert cipher is None or out.hex() == cipher, out.hex()


def check_gost(by_name):
    """Rows are permutations; there is nothing they are made from."""
    for name, box in by_name.items():
        if name.startswith("GOST"):
            assert all(sorted(box[i:i + 16]) == list(range(16)) for i in range(0, 128, 16)), name


def explicit(name):
    """Parameters of a curve as the installed OpenSSL knows them."""
    text = subprocess.run(["openssl", "ecparam", "-name", name, "-param_enc", "explicit", "-text",
                           "-noout", "-conv_form", "uncompressed"], check=True,
                          capture_output=True, text=True).stdout
    found, field = {}, None
    for line in text.splitlines():
        if not line.startswith((" ", "Field", "EC")):
            field, _, short = line.partition(":")
            field = field.split(" ")[0]
            found[field] = f"{int(short.split()[0]):x}" if short.split() else ""
        elif field:
            found[field] += line.strip().replace(":", "")
    point = found["Generator"][2:]
    half = len(point) // 2
    return {"p": int(found["Prime"], 16), "a": int(found["A"], 16), "b": int(found["B"], 16),
            "x": int(point[:half], 16), "y": int(point[half:], 16), "n": int(found["Order"], 16)}


CURVES = {"P-192": "prime192v1", "P-224": "secp224r1", "P-256": "prime256v1", "P-384": "secp384r1",
          "P-521": "secp521r1", "secp256k1": "secp256k1", "brainpoolP256r1": "brainpoolP256r1",
          "brainpoolP384r1": "brainpoolP384r1", "brainpoolP512r1": "brainpoolP512r1"}
DUAL_EC = {
    "P-256": ("c97445f45cdef9f0d3e05e1e585fc297235b82b5be8ff3efca67c59852018192",
              "b28ef557ba31dfcbdd21ac46e2a91e3c304f44cb87058ada2cb815151e610046"),
    "P-384": ("8e722de3125bddb05580164bfe20b8b432216a62926c57502ceede31c47816edd1e89769124179d0b6951"
              "06428815065",
              "023b1660dd701d0839fd45eec36f9ee7b32e13b315dc02610aa1b636e346df671f790f84c5e09b05674db"
              "b7e45c803dd"),
    "P-521": ("1b9fa3e518d683c6b65763694ac8efbaec6fab44f2276171a42726507dd08add4c3b3f4c1ebc5b1222ddba"
              "077f722943b24c3edfa0f85fe24d0c8c01591f0be6f63",
              "1f3bdba585295d9a1110d1df1f9430ef8442c5018976ff3437ef91b81dc0b8132c8d5c39c32d0e004a3092b"
              "7d327c0e7a4d26d2c7b69b58f9066652911e457779de"),
}


def curves():
    for name, theirs in CURVES.items():
        curve = explicit(theirs)
        p, x, y = curve["p"], curve["x"], curve["y"]
        assert is_prime(p) and is_prime(curve["n"])
        assert (y * y - x ** 3 - curve["a"] * x - curve["b"]) % p == 0
        size = (p.bit_length() + 7) // 8
        for part, near in (("p", 0), ("b", 2), ("x", 2), ("y", 2), ("n", 0)):
            if curve[part].bit_length() > 64:
                yield number_of(f"{name} {part}", name, curve[part], near, size)
        if curve["a"] not in (0, p - 3):
            yield number_of(f"{name} a", name, curve["a"], 2, size)
        if name in DUAL_EC:
            qx, qy = (int(part, 16) for part in DUAL_EC[name])
            assert (qy * qy - qx ** 3 - curve["a"] * qx - curve["b"]) % p == 0
            yield number_of(f"Dual_EC_DRBG Q of {name}, x", "Dual_EC_DRBG", qx, 0, size)
            yield number_of(f"Dual_EC_DRBG Q of {name}, y", "Dual_EC_DRBG", qy, 0, size)


def square_root(number, p):
    """Of NUMBER modulo P, which is 5 modulo 8."""
    root = pow(number, (p + 3) // 8, p)
    return root if root * root % p == number % p else root * pow(2, (p - 1) // 4, p) % p


def limbs_25519(number):
    """In ten limbs of 26 and 25 bits by turns, with the sign that keeps them small."""
    carry, limbs = 0, []
    for i in range(10):
        bits = 26 - i % 2
        limb = (number & (1 << bits) - 1) + carry
        number >>= bits
        carry = limb + (1 << bits - 1) >> bits
        limbs.append(limb - (carry << bits))
    limbs[0] += 19 * carry
    return limbs


def curve25519():
    p = 2 ** 255 - 19
    d = -121665 * pow(121666, -1, p) % p
    y = 4 * pow(5, -1, p) % p
    x = square_root((y * y - 1) * pow(d * y * y + 1, -1, p), p)
    x = p - x if x % 2 else x
    assert (y * y - x * x - 1 - d * x * x * y * y) % p == 0
    for name, number in (("d", d), ("x", x), ("y", y)):
        if name != "y":  # each piece of it looks like the other
            yield number_of(f"Ed25519 {name}", "Ed25519", number, 2, 32)
        yield table(f"Ed25519 {name} in 51 bits", "Ed25519", 8,
                    [number >> 51 * i & (1 << 51) - 1 for i in range(5)])
        yield table(f"Ed25519 {name} in 25.5 bits", "Ed25519", 4,
                    [limb & M32 for limb in limbs_25519(number)])


# ---- Files ----------------------------------------------------------------------------------------

PRIMITIVES = {"AES": "block-cipher", "DES": "block-cipher", "Blowfish": "block-cipher",
              "SM4": "block-cipher", "ChaCha20": "stream-cipher", "Salsa20": "stream-cipher",
              "SipHash": "mac", "Poly1305": "mac", "Ed25519": "signature",
              "DH": "key-agree", "Dual_EC_DRBG": "drbg"}


def table(name, algorithm, element, values, near=0):
    if algorithm.startswith("CRC"):
        primitive = "other"
    else:
        primitive = PRIMITIVES.get(algorithm, "hash")
    row = {"name": name, "algorithm": algorithm, "primitive": primitive, "element": element}
    if near:
        row["near"] = near
    text = "".join(f"{value:0{2 * element}x}" for value in values)
    row["values"] = [text[i:i + 80] for i in range(0, len(text), 80)]
    return row


def number_of(name, algorithm, number, near=0, size=None):
    size = size or (number.bit_length() + 7) // 8
    row = table(name, algorithm, 1, list(number.to_bytes(size, "big")), near)
    row["number"] = True
    if algorithm not in PRIMITIVES:
        row["primitive"] = "signature"
    return row


def values_of(row):
    text = "".join(row["values"])
    width = 2 * row["element"]
    return [int(text[i:i + width], 16) for i in range(0, len(text), width)]


DERIVED = {
    "ciphers": (aes, des, blowfish, sm4, streams, poly1305),
    "hashes": (md2, older_hashes, sha2, keccak, blake2, sm3),
    "checksums": (checksums,),
    "groups": (groups,),
    "curves": (curves, curve25519),
}


def spell(rows):
    lines = []
    for row in rows:
        head = {key: value for key, value in row.items() if key != "values"}
        body = ",\n      ".join(json.dumps(text) for text in row["values"])
        lines.append(f"    {json.dumps(head)[:-1]}, \"values\": [\n      {body}\n    ]}}")
    return "{\n  \"tables\": [\n" + ",\n".join(lines) + "\n  ]\n}\n"


def main():
    folder, update = pathlib.Path(sys.argv[1]), sys.argv[2:] == ["--update"]
    for name, makers in DERIVED.items():
        text = spell([row for maker in makers for row in maker()])
        path = folder / f"{name}.json"
        if update:
            path.write_text(text)
        elif path.read_text() != text:
            sys.exit(f"{path} is not what its definitions give (tables.py FOLDER --update)")
    rows = json.loads((folder / "arbitrary.json").read_text())["tables"]
    by_name = {row["name"]: values_of(row) for row in rows}
    for check in (check_camellia, check_cast, check_rc2, check_gost):
        check(by_name)
    every = [row["name"] for path in sorted(folder.glob("*.json"))
             for row in json.loads(path.read_text())["tables"]]
    if len(every) != len(set(every)):
        sys.exit("a name stands twice")


if __name__ == "__main__":
    main()

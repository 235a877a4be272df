#include "checkers/shared/crypto/constants.h"

#include <ctype.h>
#include <string.h>

#include "engine/base/arena.h"
#include "engine/base/strings.h"

static struct vt_number trim(const uint8_t *bytes, size_t size) {
    while (size && !*bytes)
        bytes++, size--;
    return (struct vt_number){bytes, size};
}

size_t vt_number_bits(struct vt_number number) {
    size_t bits = 8 * number.size;
    for (unsigned top = number.size ? number.bytes[0] : 0; number.size && !(top & 0x80); top <<= 1)
        bits--;
    return bits;
}

bool vt_number_equal(struct vt_number a, struct vt_number b) {
    return a.size == b.size && (!a.size || memcmp(a.bytes, b.bytes, a.size) == 0);
}

/* ---- Digits ------------------------------------------------------------------------------ */

/* The digits of TEXT without what stands between them; NULL if it is anything else. */
static char *digits_of(const char *text, struct vt_arena *arena) {
    char *digits = vt_alloc(arena, strlen(text) + 2), *end = digits;
    if (strncmp(text, "0x", 2) == 0 || strncmp(text, "0X", 2) == 0)
        text += 2;
    for (; *text; text++) {
        if (isxdigit((unsigned char)*text))
            *end++ = *text;
        else if (!strchr(" \t\r\n:", *text))
            return NULL;
    }
    return end > digits ? digits : NULL;
}

static uint8_t value_of(char digit) {
    return (uint8_t)(isdigit((unsigned char)digit) ? digit - '0' : (digit | 0x20) - 'a' + 10);
}

/* Digits without a letter among them are decimal if they are so many that it can be no chance. */
static bool is_decimal(const char *digits) {
    enum { TELLING = 40 };
    size_t count = strlen(digits);
    return count >= TELLING && strspn(digits, "0123456789") == count;
}

static bool from_digits(const struct vt_numbers *numbers, const char *text, struct vt_arena *arena,
                        struct vt_number *number) {
    char *digits = digits_of(text, arena);
    size_t count = digits ? strlen(digits) : 0, size = (count + 1) / 2;
    if (!count || size > VT_MAX_NUMBER)
        return false;
    uint8_t *bytes = vt_alloc(arena, size);
    if (is_decimal(digits)) {
        *number = trim(bytes, numbers->from_decimal(digits, bytes, size));
        return number->size > 0;
    }
    for (size_t i = 0; i < count; i++) {
        size_t at = i + count % 2; /* an odd number of digits begins with a half byte */
        bytes[at / 2] = (uint8_t)(bytes[at / 2] << 4 | value_of(digits[i]));
    }
    *number = trim(bytes, size);
    return true;
}

static bool from_integer(int64_t value, struct vt_arena *arena, struct vt_number *number) {
    uint8_t *bytes = vt_alloc(arena, sizeof value);
    if (value < 0)
        return false;
    for (size_t i = 0; i < sizeof value; i++)
        bytes[i] = (uint8_t)((uint64_t)value >> (8 * (sizeof value - 1 - i)));
    *number = trim(bytes, sizeof value);
    return true;
}

bool vt_source_large(struct vt_program *program, const struct vt_source *source,
                     struct vt_arena *arena, struct vt_number *number) {
    const struct vt_numbers *numbers = vt_program_numbers(program);
    if (source->kind != VT_SOURCE_CONSTANT || source->constant->cut || !numbers)
        return false;
    const struct vt_strings *strings = source->unit->strings;
    const char *text = vt_string(strings, source->constant->text);
    size_t size = vt_string_length(strings, source->constant->text);
    switch (source->constant->kind) {
    case VT_CONSTANT_INT:
        return !(source->tags & VT_TAG_ARITHMETIC) &&
               from_integer(source->constant->number, arena, number);
    case VT_CONSTANT_TEXT:
        return from_digits(numbers, text, arena, number);
    case VT_CONSTANT_BYTES:
        *number = trim((const uint8_t *)text, size);
        return size <= VT_MAX_NUMBER;
    default:
        return false;
    }
}

/* ---- DER --------------------------------------------------------------------------------- */

/* Bytes that are left to read. */
struct der {
    const uint8_t *at, *end;
};

/* The contents of the element of TAG that DER begins with, which is stepped over. */
static bool take(struct der *der, uint8_t tag, struct der *contents) {
    size_t left = (size_t)(der->end - der->at), size, head = 2;
    if (left < 2 || der->at[0] != tag)
        return false;
    size = der->at[1];
    if (size & 0x80) {
        size_t n = size & 0x7f;
        if (n == 0 || n > 3 || left < 2 + n)
            return false;
        for (size = 0; head < 2 + n; head++)
            size = size << 8 | der->at[head];
    }
    if (size > left - head)
        return false;
    *contents = (struct der){der->at + head, der->at + head + size};
    der->at = contents->end;
    return true;
}

/* The bytes that the base64 between the lines of PEM spells. */
static struct der from_pem(const char *text, struct vt_arena *arena) {
    static const char alphabet[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const char *start = strstr(text, "-----\n"), *at, *digit;
    uint8_t *bytes = vt_alloc(arena, strlen(text));
    size_t size = 0;
    uint32_t bits = 0;
    unsigned count = 0;
    for (at = start ? start + 6 : ""; *at && *at != '-' && *at != '='; at++) {
        if ((digit = strchr(alphabet, *at)) == NULL)
            continue;
        bits = bits << 6 | (uint32_t)(digit - alphabet);
        if (++count % 4 != 1)
            bytes[size++] = (uint8_t)(bits >> (6 - 2 * ((count + 3) % 4)));
    }
    return (struct der){bytes, bytes + size};
}

/* Steps into the key of a SubjectPublicKeyInfo (RFC 5280), whose SEQUENCE is given. */
static void enter_public_key(struct der *sequence) {
    struct der algorithm, key, rest = *sequence;
    if (!take(&rest, 0x30, &algorithm) || !take(&rest, 0x03, &key) || key.at == key.end)
        return;
    key.at++; /* bits that are not used */
    if (take(&key, 0x30, &rest))
        *sequence = rest;
}

size_t vt_source_integers(const struct vt_source *source, struct vt_arena *arena,
                          struct vt_number *numbers, size_t most) {
    struct der der, sequence, integer;
    size_t count = 0;
    if (source->kind != VT_SOURCE_CONSTANT || source->constant->cut)
        return 0;
    const struct vt_strings *strings = source->unit->strings;
    const char *text = vt_string(strings, source->constant->text);
    if (source->constant->kind == VT_CONSTANT_TEXT)
        der = from_pem(text, arena);
    else if (source->constant->kind == VT_CONSTANT_BYTES)
        der =
            (struct der){(const uint8_t *)text,
                         (const uint8_t *)text + vt_string_length(strings, source->constant->text)};
    else
        return 0;
    if (!take(&der, 0x30, &sequence))
        return 0;
    enter_public_key(&sequence);
    while (count < most && take(&sequence, 0x02, &integer))
        numbers[count++] = trim(integer.at, (size_t)(integer.end - integer.at));
    return count;
}

/* ---- Known numbers ----------------------------------------------------------------------- */

struct vt_number vt_number_of(const struct vt_reference *reference, struct vt_arena *arena) {
    uint8_t *bytes = vt_alloc(arena, reference->size);
    for (uint32_t i = 0; i < reference->size; i++)
        bytes[i] = reference->bytes[reference->size - 1 - i];
    return trim(bytes, reference->size);
}

static bool is_reference(const struct vt_reference *reference, struct vt_number number) {
    if (!reference->is_number || number.size > reference->size)
        return false;
    for (uint32_t i = 0; i < reference->size; i++) {
        uint8_t byte = i < number.size ? number.bytes[number.size - 1 - i] : 0;
        if (reference->bytes[i] != byte)
            return false;
    }
    return true;
}

const struct vt_reference *vt_number_known(const struct vt_program *program,
                                           struct vt_number number) {
    const struct vt_models *models = vt_program_models(program);
    for (size_t i = 0; number.size && i < models->nreferences; i++)
        if (is_reference(&models->references[i], number))
            return &models->references[i];
    return NULL;
}

#include "checkers/shared/crypto/inventory.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "checkers/shared/applies.h"
#include "checkers/shared/ask.h"
#include "checkers/shared/crypto/ciphers.h"
#include "checkers/shared/crypto/protocols.h"
#include "engine/base/arena.h"
#include "engine/base/strings.h"
#include "engine/program/declaration.h"

enum { LONGEST_NAME = 48, MOST_PLACES = 1000 };

struct survey {
    struct vt_program *program;
    struct vt_arena *arena;
    struct vt_inventory *inventory;
};

/* ---- Names ------------------------------------------------------------------------------- */

/* The next word of *NAME, which is stepped over: letters and digits, in upper case. */
static size_t next_word(const char **name, char word[LONGEST_NAME]) {
    size_t size = 0;
    while (**name && !isalnum((unsigned char)**name))
        ++*name;
    for (; isalnum((unsigned char)**name) && size + 1 < LONGEST_NAME; ++*name)
        word[size++] = (char)toupper((unsigned char)**name);
    word[size] = 0;
    return size;
}

/* NAME without what stands between its words. */
static void fold(const char *name, char folded[LONGEST_NAME]) {
    size_t size = 0;
    for (; *name && size + 1 < LONGEST_NAME; name++)
        if (isalnum((unsigned char)*name))
            folded[size++] = (char)toupper((unsigned char)*name);
    folded[size] = 0;
}

static bool same_name(const char *a, const char *b) {
    char left[LONGEST_NAME], right[LONGEST_NAME];
    fold(a, left);
    fold(b, right);
    return strcmp(left, right) == 0;
}

/* NAME begins with the words of FAMILY: "AES-256-GCM" with those of "AES". */
static bool is_of(const char *name, const char *family) {
    char word[LONGEST_NAME], own[LONGEST_NAME];
    while (next_word(&family, word))
        if (!next_word(&name, own) || strcmp(own, word) != 0)
            return false;
    return true;
}

/* A letter first, and nothing that stands in sentences. */
bool vt_inventory_is_name(const char *text) {
    size_t length = strlen(text);
    return length > 1 && length < LONGEST_NAME && isalpha((unsigned char)*text) &&
           strspn(text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_/+.()") ==
               length;
}

/* ---- What an algorithm is ---------------------------------------------------------------- */

static const struct {
    const char *part, *primitive;
} primitives[] = {
    {"GCM", "ae"},
    {"CCM", "ae"},
    {"POLY1305", "ae"},
    {"OCB", "ae"},
    {"HMAC", "mac"},
    {"CMAC", "mac"},
    {"SIPHASH", "mac"},
    {"PBKDF", "kdf"},
    {"HKDF", "kdf"},
    {"SCRYPT", "kdf"},
    {"ARGON", "kdf"},
    {"BCRYPT", "kdf"},
    {"SHA", "hash"},
    {"MD5", "hash"},
    {"MD4", "hash"},
    {"MD2", "hash"},
    {"BLAKE", "hash"},
    {"RIPEMD", "hash"},
    {"SM3", "hash"},
    {"WHIRLPOOL", "hash"},
    {"ECDSA", "signature"},
    {"ED25519", "signature"},
    {"ED448", "signature"},
    {"DSA", "signature"},
    {"ECDH", "key-agree"},
    {"X25519", "key-agree"},
    {"X448", "key-agree"},
    {"DH", "key-agree"},
    {"RC4", "stream-cipher"},
    {"ARCFOUR", "stream-cipher"},
    {"CHACHA", "stream-cipher"},
    {"SALSA", "stream-cipher"},
    {"RSA", "pke"},
    {"EC", "pke"},
    {"AES", "block-cipher"},
    {"DES", "block-cipher"},
    {"CAMELLIA", "block-cipher"},
    {"BLOWFISH", "block-cipher"},
    {"BF", "block-cipher"},
    {"CAST", "block-cipher"},
    {"IDEA", "block-cipher"},
    {"SM4", "block-cipher"},
    {"ARIA", "block-cipher"},
    {"SEED", "block-cipher"},
};

/* What a call does says what an algorithm is whose name does not. */
static const struct {
    const char *class_name, *primitive;
} uses[] = {
    {"crypto.digest", "hash"},     {"crypto.mac", "mac"},        {"crypto.encrypt", "unknown"},
    {"crypto.decrypt", "unknown"}, {"crypto.sign", "signature"}, {"crypto.verify", "signature"},
    {"crypto.kdf", "kdf"},         {"crypto.keygen", "pke"},
};

static const char *primitive_of(const char *name, const char *otherwise) {
    char folded[LONGEST_NAME];
    fold(name, folded);
    for (size_t i = 0; i < sizeof primitives / sizeof *primitives; i++)
        if (strstr(folded, primitives[i].part))
            return primitives[i].primitive;
    return otherwise;
}

/* Mode and bits that stand in the name as words of their own. */
static void read_words(struct vt_asset *asset, struct vt_arena *arena) {
    static const char *const modes[] = {"CBC", "ECB", "CCM", "GCM", "CFB", "OFB", "CTR"};
    const char *rest = asset->name;
    char word[LONGEST_NAME];
    while (next_word(&rest, word)) {
        size_t digits = strspn(word, "0123456789");
        for (size_t i = 0; i < sizeof modes / sizeof *modes; i++)
            if (strncmp(word, modes[i], 3) == 0) {
                asset->mode = vt_alloc_text(arena, modes[i]);
                for (char *c = (char *)asset->mode; *c; c++)
                    *c = (char)tolower((unsigned char)*c);
            }
        if (digits >= 2 && digits <= 4 && !word[digits])
            asset->parameter = vt_alloc_text(arena, word);
    }
}

/* ---- Collecting -------------------------------------------------------------------------- */

static struct vt_asset *asset_of(struct survey *survey, const struct vt_asset *made) {
    struct vt_inventory *inventory = survey->inventory;
    for (size_t i = 0; i < inventory->count; i++) {
        struct vt_asset *asset = &inventory->items[i];
        if (asset->is_own == made->is_own && strcmp(asset->type, made->type) == 0 &&
            same_name(asset->name, made->name))
            return asset;
    }
    inventory->items = vt_grow(survey->arena, inventory->items, inventory->count,
                               &inventory->capacity, sizeof *inventory->items);
    struct vt_asset *asset = &inventory->items[inventory->count++];
    *asset = *made;
    asset->mode = asset->parameter = asset->version = "";
    if (strcmp(made->type, "algorithm") == 0)
        read_words(asset, survey->arena);
    else if (strcmp(made->type, "protocol") == 0 && strchr(made->name, ' '))
        asset->version = strchr(asset->name, ' ') + 1;
    return asset;
}

static void add(struct survey *survey, const struct vt_asset *made, struct vt_event_ref ref) {
    struct vt_asset *asset = asset_of(survey, made);
    for (size_t i = 0; i < asset->nplaces; i++)
        if (vt_event_same(asset->places[i], ref))
            return;
    if (asset->nplaces == MOST_PLACES)
        return;
    asset->places = vt_grow(survey->arena, asset->places, asset->nplaces, &asset->capacity,
                            sizeof *asset->places);
    asset->places[asset->nplaces++] = ref;
}

static void add_named(struct survey *survey, const char *name, const char *otherwise,
                      struct vt_event_ref ref) {
    if (!vt_inventory_is_name(name))
        return;
    add(survey,
        &(struct vt_asset){
            .name = name, .type = "algorithm", .primitive = primitive_of(name, otherwise)},
        ref);
}

/* The algorithms that TRACE leads to: objects of a library, or names. */
static bool add_traced(struct survey *survey, const struct vt_trace *trace, const char *otherwise,
                       struct vt_event_ref ref) {
    size_t count = 0;
    bool any = false;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++) {
        const char *name = vt_source_text(&sources[i]);
        if (vt_source_is(survey->program, &sources[i], VT_FACT_ORIGIN, "algorithm")) {
            if (!vt_event_applies(survey->program, sources[i].event))
                continue;
            const struct vt_unit *unit;
            const struct vt_event *event =
                vt_program_event(survey->program, sources[i].event, &unit);
            name = vt_string(unit->strings, event->value);
        }
        add_named(survey, name, otherwise, ref);
        any |= vt_inventory_is_name(name);
    }
    return any;
}

static void look_at_use(struct survey *survey, struct vt_event_ref ref, const char *otherwise) {
    struct vt_program *program = survey->program;
    const struct vt_unit *unit;
    const struct vt_event *event = vt_program_event(program, ref, &unit);
    bool found = add_traced(survey, vt_trace_value(program, ref, VT_ROLE_ALGORITHM, VT_ABOUT_DATA),
                            otherwise, ref);
    found |=
        add_traced(survey, vt_trace_role(program, ref, VT_ROLE_ALGORITHM, "name", VT_ABOUT_DATA),
                   otherwise, ref);
    if (!found && vt_event_applies(program, ref))
        add_named(survey, vt_string(unit->strings, event->value), otherwise, ref);
}

static void look_at_uses(struct survey *survey) {
    for (size_t u = 0; u < sizeof uses / sizeof *uses; u++) {
        size_t count;
        struct vt_event_ref *refs = vt_program_events(survey->program, VT_FACT_EFFECT,
                                                      uses[u].class_name, survey->arena, &count);
        for (size_t i = 0; i < count; i++)
            look_at_use(survey, refs[i], uses[u].primitive);
    }
    static const char *const checks[][2] = {{"check.signature", "signature"}, {"check.mac", "mac"}};
    for (size_t c = 0; c < 2; c++) {
        size_t count;
        struct vt_event_ref *refs =
            vt_program_events(survey->program, VT_FACT_CHECK, checks[c][0], survey->arena, &count);
        for (size_t i = 0; i < count; i++)
            look_at_use(survey, refs[i], checks[c][1]);
    }
}

/* Generators are named by the function that draws from them. */
static void look_at_generators(struct survey *survey) {
    size_t count;
    struct vt_event_ref *refs =
        vt_program_events(survey->program, VT_FACT_ORIGIN, "random", survey->arena, &count);
    for (size_t i = 0; i < count; i++) {
        const struct vt_unit *unit;
        const struct vt_event *event = vt_program_event(survey->program, refs[i], &unit);
        struct vt_asset made = {.name = vt_string(unit->strings, event->function),
                                .type = "algorithm",
                                .primitive = "drbg"};
        if (vt_inventory_is_name(made.name))
            add(survey, &made, refs[i]);
    }
}

/* Suites are parts of TLS, which stands there as well. */
static void add_protocol(void *context, const char *name, bool is_suite, struct vt_event_ref ref) {
    struct survey *survey = context;
    struct vt_asset tls = {.name = "TLS", .type = "protocol", .primitive = ""};
    struct vt_asset made = {.name = vt_alloc_text(survey->arena, name),
                            .type = is_suite ? "cipher-suite" : "protocol",
                            .primitive = ""};
    if (is_suite)
        add(survey, &tls, ref);
    add(survey, &made, ref);
}

static void look_at_protocols(struct survey *survey) {
    size_t count;
    struct vt_event_ref *refs =
        vt_program_events(survey->program, VT_FACT_ALLOC, "tls", survey->arena, &count);
    struct vt_asset made = {.name = "TLS", .type = "protocol", .primitive = ""};
    for (size_t i = 0; i < count; i++)
        add(survey, &made, refs[i]);
    vt_protocols_visit(survey->program, survey->arena, add_protocol, survey);
}

static void look_at_tables(struct survey *survey) {
    const struct vt_models *models = vt_program_models(survey->program);
    size_t count;
    struct vt_event_ref *refs =
        vt_program_events(survey->program, VT_FACT_EFFECT, "table", survey->arena, &count);
    for (size_t i = 0; i < count; i++) {
        const struct vt_unit *unit;
        const struct vt_event *event = vt_program_event(survey->program, refs[i], &unit);
        const char *name = vt_string(unit->strings, event->value);
        for (size_t r = 0; r < models->nreferences; r++) {
            const struct vt_reference *reference = &models->references[r];
            struct vt_asset made = {.name = reference->algorithm,
                                    .type = "algorithm",
                                    .primitive = reference->primitive,
                                    .is_own = true};
            if (strcmp(reference->name, name) == 0 && strcmp(reference->primitive, "other") != 0)
                add(survey, &made, refs[i]);
        }
    }
}

/* Ciphers of the program's own that only what they do tells of. */
static void look_at_own(struct survey *survey) {
    size_t count;
    struct vt_event_ref *refs =
        vt_program_events(survey->program, VT_FACT_EFFECT, "scramble", survey->arena, &count);
    for (size_t i = 0; i < count; i++) {
        struct vt_asset made = {.type = "algorithm", .is_own = true};
        const struct vt_source *stream = vt_cipher_stream(survey->program, refs[i], survey->arena);
        if (strcmp(vt_event_value(survey->program, refs[i]), "rounds") == 0) {
            made.name = "unnamed-block-cipher";
            made.primitive = "block-cipher";
        } else if (stream && vt_source_is(survey->program, stream, VT_FACT_ORIGIN, "keystream")) {
            made.name = vt_cipher_is_rc4(survey->program, stream) ? "RC4" : "unnamed-stream-cipher";
            made.primitive = "stream-cipher";
        }
        if (made.name)
            add(survey, &made, refs[i]);
    }
}

/* ---- Declarations ------------------------------------------------------------------------ */

/* What one of them does not tell is not compared. */
static bool agree(const char *declared, const char *found) {
    return !*declared || !*found || same_name(declared, found);
}

/* Suites that DECLARATION tells of are all there are; if it tells of none, TLS has any. */
static bool declares_suite(const struct vt_declaration *declaration,
                           const struct vt_declared_asset *declared, const char *suite) {
    bool tells = false;
    for (size_t i = 0; i < declared->nsuites; i++)
        if (same_name(declared->suites[i], suite))
            return true;
    for (size_t d = 0; d < declaration->nassets; d++)
        tells |= declaration->assets[d].nsuites > 0;
    return !tells && is_of(declared->name, "TLS");
}

static bool declares(const struct vt_declaration *declaration,
                     const struct vt_declared_asset *declared, const struct vt_asset *asset) {
    if (strcmp(asset->type, "cipher-suite") == 0)
        return declares_suite(declaration, declared, asset->name);
    if (same_name(declared->name, asset->name))
        return true;
    return is_of(asset->name, declared->name) && agree(declared->mode, asset->mode) &&
           agree(declared->parameter, asset->parameter) && agree(declared->version, asset->version);
}

static void compare(struct vt_inventory *inventory) {
    const struct vt_declaration *declaration = inventory->declaration;
    for (size_t i = 0; declaration && i < inventory->count; i++)
        for (size_t d = 0; !inventory->items[i].declared && d < declaration->nassets; d++)
            if (declares(declaration, &declaration->assets[d], &inventory->items[i]))
                inventory->items[i].declared = &declaration->assets[d];
}

bool vt_inventory_uses(const struct vt_inventory *inventory,
                       const struct vt_declared_asset *declared) {
    for (size_t i = 0; i < inventory->count; i++)
        if (declares(inventory->declaration, declared, &inventory->items[i]))
            return true;
    return false;
}

struct vt_inventory *vt_inventory_of(struct vt_program *program, struct vt_arena *arena) {
    struct vt_inventory *inventory = vt_alloc(arena, sizeof *inventory);
    struct survey survey = {program, arena, inventory};
    inventory->declaration = vt_program_declaration(program);
    look_at_uses(&survey);
    look_at_generators(&survey);
    look_at_protocols(&survey);
    look_at_tables(&survey);
    look_at_own(&survey);
    compare(inventory);
    return inventory;
}

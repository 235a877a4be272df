/* crypto/weak-algorithm: an algorithm that is broken for what it is used for.
 *
 *     const EVP_MD *md = EVP_get_digestbyname("MD5");
 *     EVP_DigestSignInit(ctx, NULL, md, NULL, key);
 *
 * What a digest is for is derived from what goes in: MD5 over a password is a finding, MD5 over a
 * page that names a file of a cache is not. Not caught: own implementations of these algorithms.
 */
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "checkers/shared/applies.h"
#include "checkers/shared/ask.h"
#include "checkers/shared/crypto/ciphers.h"
#include "checkers/shared/crypto/inventory.h"
#include "checkers/shared/crypto/material.h"
#include "checkers/shared/near.h"
#include "engine/base/arena.h"
#include "engine/base/strings.h"

/* How bad an algorithm is, by purpose; 0: not at all. Names are compared without case and "-_/". */
struct algorithm {
    const char *part; /* of the name */
    int encrypt, sign, mac, kdf, digest;
    const char *why;
};

/* The first that matches counts. */
static const struct algorithm algorithms[] = {
    {"DESEDE", 50, 0, 50, 0, 0, "its 64-bit blocks repeat after some gigabytes (SWEET32)"},
    {"DES3", 50, 0, 50, 0, 0, "its 64-bit blocks repeat after some gigabytes (SWEET32)"},
    {"3DES", 50, 0, 50, 0, 0, "its 64-bit blocks repeat after some gigabytes (SWEET32)"},
    {"DES", 75, 0, 75, 75, 0, "its 56-bit keys can be searched"},
    {"ARCFOUR", 75, 0, 0, 0, 0, "its key stream is biased and leaks plaintext"},
    {"RC4", 75, 0, 0, 0, 0, "its key stream is biased and leaks plaintext"},
    {"RC2", 75, 0, 0, 0, 0, "its effective keys are short"},
    {"RC5", 45, 0, 0, 0, 0, "its usual 64-bit blocks repeat after some gigabytes"},
    {"SKIPJACK", 75, 0, 0, 0, 0, "its 80-bit keys are short"},
    {"DUALEC", 75, 0, 0, 0, 0,
     "whoever knows how its two points belong together tells what comes next"},
    {"IDEA", 45, 0, 0, 0, 0, "its 64-bit blocks repeat after some gigabytes"},
    {"BLOWFISH", 45, 0, 0, 0, 0, "its 64-bit blocks repeat after some gigabytes"},
    {"CAST5", 45, 0, 0, 0, 0, "its 64-bit blocks repeat after some gigabytes"},
    {"MD2", 0, 75, 60, 75, 20, "collisions and preimages are known"},
    {"MD4", 0, 75, 60, 75, 20, "collisions take no time and preimages are in reach"},
    {"MD5", 0, 75, 42, 75, 20, "collisions take seconds"},
    {"SHA1", 0, 70, 0, 45, 16, "collisions have been shown"},
    {"RIPEMD160", 0, 40, 0, 40, 0, "its 160 bits are few for signatures"},
    {"NULL", 75, 0, 0, 0, 0, "it does not encrypt at all"},
    {"ECB", 45, 0, 0, 0, 0, "equal blocks give equal ciphertext"},
};

/* NAME without case and separators. */
static void fold(const char *name, char *folded, size_t size) {
    size_t used = 0;
    for (; *name && used + 1 < size; name++)
        if (!strchr("-_/ ", *name))
            folded[used++] = (char)(*name >= 'a' && *name <= 'z' ? *name - 32 : *name);
    folded[used] = 0;
}

static bool matches(const char *folded, const char *part) {
    const char *at = strstr(folded, part);
    if (!at)
        return false;
    /* An algorithm's name begins the whole name or follows a number or WITH: no DES in CODES. */
    if (strcmp(part, "ECB") == 0)
        return true;
    return at == folded || at[-1] == '(' /* the kernel's "cbc(des)" */ ||
           (at - folded >= 4 && strncmp(at - 4, "WITH", 4) == 0) ||
           (at - folded >= 3 && strncmp(at - 3, "RSA", 3) == 0) ||
           (at - folded >= 4 && strncmp(at - 4, "HMAC", 4) == 0);
}

static const struct algorithm *find_algorithm(const char *name) {
    char folded[64];
    fold(name, folded, sizeof folded);
    if (strstr(folded, "HMACSHA1") && strncmp(folded, "AES", 3) == 0)
        return NULL; /* a TLS suite's combined mode */
    for (size_t i = 0; i < sizeof algorithms / sizeof *algorithms; i++)
        if (matches(folded, algorithms[i].part))
            return &algorithms[i];
    return NULL;
}

#define ONE_BLOCK "crypto.encrypt.block"

struct purpose {
    const char *class_name, *words;
    size_t weight; /* offset of the weight in struct algorithm */
};

static const struct purpose purposes[] = {
    {"crypto.encrypt", "encryption", offsetof(struct algorithm, encrypt)},
    {"crypto.draw", "random numbers", offsetof(struct algorithm, encrypt)},
    {"crypto.sign", "a signature", offsetof(struct algorithm, sign)},
    {"crypto.verify", "verifying a signature", offsetof(struct algorithm, sign)},
    {"crypto.mac", "a message authentication code", offsetof(struct algorithm, mac)},
    {"crypto.kdf", "deriving a key or storing a password", offsetof(struct algorithm, kdf)},
    {"crypto.digest", "a digest", offsetof(struct algorithm, digest)},
};

enum { PURPOSE_MAC = 4, PURPOSE_KDF, PURPOSE_DIGEST, ENOUGH_BETTER = 3 };

static int weight_for(const struct algorithm *algorithm, const struct purpose *purpose) {
    return *(const int *)((const char *)algorithm + purpose->weight);
}

/* A way the algorithm of an event was chosen. */
struct choice {
    const char *name;
    const struct vt_trace *trace;
    const struct vt_source *source;
};

static const char *name_in(struct vt_program *program, const struct vt_source *source) {
    const struct vt_unit *unit;
    if (!vt_source_is(program, source, VT_FACT_ORIGIN, "algorithm"))
        return vt_source_text(source);
    if (!vt_event_applies(program, source->event))
        return "";
    const struct vt_event *event = vt_program_event(program, source->event, &unit);
    return vt_string(unit->strings, event->value);
}

/* The weakest algorithm that TRACE leads to. */
static void look_for_choice(struct vt_program *program, const struct vt_trace *trace,
                            const struct purpose *purpose, struct choice *choice) {
    size_t count = 0;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++) {
        const char *name = name_in(program, &sources[i]);
        const struct algorithm *found = find_algorithm(name);
        const struct algorithm *had = choice->name ? find_algorithm(choice->name) : NULL;
        if (found && weight_for(found, purpose) > (had ? weight_for(had, purpose) : 0))
            *choice = (struct choice){name, trace, &sources[i]};
    }
}

static struct choice find_choice(struct vt_program *program, struct vt_event_ref ref,
                                 const struct purpose *purpose) {
    struct choice choice = {0};
    const uint32_t avoid = VT_ABOUT_DATA;
    look_for_choice(program, vt_trace_value(program, ref, VT_ROLE_ALGORITHM, avoid), purpose,
                    &choice);
    look_for_choice(program, vt_trace_role(program, ref, VT_ROLE_ALGORITHM, "name", avoid), purpose,
                    &choice);
    return choice;
}

/* ---- Menus ------------------------------------------------------------------------------- */

/* What else the algorithm of an event may be, if that is better than WEIGHT. */
struct menu {
    const struct purpose *purpose;
    const struct vt_unit *unit; /* that holds it; what another one brings in is no entry of it */
    int weight;
    const char *names[ENOUGH_BETTER];
    size_t count;
};

/* Adds different algorithms that TRACE leads to, until there are enough. */
static void add_better(struct vt_program *program, const struct vt_trace *trace,
                       struct menu *menu) {
    size_t count = 0;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count && menu->count < ENOUGH_BETTER; i++) {
        const char *name = name_in(program, &sources[i]);
        const struct algorithm *weak = find_algorithm(name);
        bool is_new = sources[i].unit == menu->unit && vt_inventory_is_name(name) &&
                      (!weak || weight_for(weak, menu->purpose) + 25 < menu->weight);
        for (size_t k = 0; k < menu->count; k++)
            is_new = is_new && strcmp(menu->names[k], name) != 0;
        if (is_new)
            menu->names[menu->count++] = name;
    }
}

/* True if what REF uses, of WEIGHT, is chosen where several algorithms are, better ones among them:
 * in UNIT. */
static bool is_menu(struct vt_program *program, struct vt_event_ref ref,
                    const struct purpose *purpose, const struct vt_unit *unit, int weight) {
    struct menu menu = {.purpose = purpose, .unit = unit, .weight = weight};
    add_better(program, vt_trace_value(program, ref, VT_ROLE_ALGORITHM, VT_ABOUT_DATA), &menu);
    add_better(program, vt_trace_role(program, ref, VT_ROLE_ALGORITHM, "name", VT_ABOUT_DATA),
               &menu);
    return menu.count == ENOUGH_BETTER;
}

/* True if SOURCE is the context of REF itself, which may have been begun before. */
static bool is_context(struct vt_program *program, struct vt_event_ref ref,
                       const struct vt_source *source) {
    return vt_has_source(vt_trace_value(program, ref, VT_ROLE_HANDLE, VT_ABOUT_DATA), source);
}

/* True if what FIELD of the algorithm of REF may be (NULL: itself) comes from elsewhere, by tables
 * and fields too. What is fetched by its name has that in a field. */
static bool is_open(struct vt_program *program, struct vt_event_ref ref, const char *field) {
    size_t count = 0;
    const uint32_t avoid = VT_ABOUT_DATA & ~(uint32_t)(VT_TAG_FIELD | VT_AVOID_BLUR);
    const struct vt_trace *trace =
        field ? vt_trace_role(program, ref, VT_ROLE_ALGORITHM, field, avoid)
              : vt_trace_value(program, ref, VT_ROLE_ALGORITHM, avoid);
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        if (sources[i].kind != VT_SOURCE_CONSTANT && !*name_in(program, &sources[i]) &&
            !vt_source_is(program, &sources[i], VT_FACT_ALLOC, "crypto") &&
            !is_context(program, ref, &sources[i]))
            return true;
    return false;
}

/* True if NAME is no encryption, and what else the algorithm of REF may be comes from elsewhere:
 * the suites of a protocol have NULL among them, and who negotiates decides; so have the words of
 * settings. */
static bool is_negotiated(struct vt_program *program, struct vt_event_ref ref, const char *name) {
    return strcasecmp(name, "NULL") == 0 &&
           (is_open(program, ref, NULL) || is_open(program, ref, "name"));
}

/* True if the numbers that get into ROLE of REF are many, or not all known: a user, a peer or a
 * table of names decides which one it is. Beside numbers, parameters are what stood there before.
 */
static bool is_any_number(struct vt_program *program, struct vt_event_ref ref, enum vt_role role) {
    enum { MANY = 4 };
    int64_t numbers[MANY], number;
    size_t count = 0, different = 0;
    const struct vt_trace *trace = vt_trace_value(program, ref, role, VT_ABOUT_DATA);
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count && different < MANY; i++) {
        bool is_new = vt_source_number(&sources[i], &number);
        if (!is_new && sources[i].kind != VT_SOURCE_PARAMETER)
            return true;
        for (size_t k = 0; k < different; k++)
            is_new = is_new && numbers[k] != number;
        if (is_new)
            numbers[different++] = number;
    }
    return different == MANY || (count > 0 && different == 0) || (trace && vt_trace_is_cut(trace));
}

/* ---- Libraries --------------------------------------------------------------------------- */

/* True if the program has a function of its own of NAME. Where the address of a library's function
 * is taken, the unit has a local one that stands for it: what that does, nobody here may ever ask.
 */
static bool defines(struct vt_program *program, const char *name, uint32_t in) {
    for (uint32_t f = 0; f < vt_program_nfunctions(program); f++) {
        const struct vt_unit *unit;
        const struct vt_function *function = vt_program_function(program, f, &unit);
        if (strcmp(vt_program_function_name(program, f), name) == 0 &&
            (f == in || !unit->symbols[function->symbol].is_local))
            return true;
    }
    return false;
}

/* True if FUNCTION is only called through pointers: it stands in a table that others choose from.
 */
static bool is_entry_of_table(struct vt_program *program, uint32_t function) {
    const struct vt_site *sites;
    size_t count = vt_program_callers(program, function, &sites);
    for (size_t i = 0; i < count; i++) {
        const struct vt_function *caller = vt_program_function(program, sites[i].function, NULL);
        if (caller->calls[sites[i].call].symbol != VT_NONE)
            return false;
    }
    return true;
}

/* True if the program is a library that brings the algorithm of REF itself, and offers it. */
static bool is_offered(struct vt_program *program, struct vt_event_ref ref) {
    const struct vt_unit *unit;
    const struct vt_event *event = vt_program_event(program, ref, &unit);
    return is_entry_of_table(program, ref.function) &&
           defines(program, vt_string(unit->strings, event->function), ref.function);
}

/* A digest over a credential or key protects it, whatever the call is named. */
static const struct purpose *purpose_of_digest(struct vt_program *program, struct vt_event_ref ref,
                                               const struct purpose *purpose) {
    if (strcmp(purpose->class_name, "crypto.digest") != 0)
        return purpose;
    const struct vt_trace *trace =
        vt_trace_value(program, ref, VT_ROLE_PAYLOAD, VT_ABOUT_DATA | VT_TAG_HANDLE);
    if (vt_find_source(program, trace, VT_FACT_ORIGIN, "secret"))
        return &purposes[PURPOSE_KDF];
    return purpose;
}

/* What is signed with a key of HMAC is authenticated, if no other key may be meant. */
static bool has_mac_key(struct vt_program *program, struct vt_event_ref ref) {
    size_t count = 0;
    const struct vt_trace *trace =
        vt_trace_role(program, ref, VT_ROLE_KEY, "algorithm", VT_ABOUT_DATA);
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        if (strcmp(name_in(program, &sources[i]), "HMAC") != 0)
            return false;
    return count > 0;
}

static const struct purpose *purpose_of(struct vt_program *program, struct vt_event_ref ref,
                                        const struct purpose *by_class) {
    if (strcmp(by_class->class_name, "crypto.sign") == 0 && has_mac_key(program, ref))
        return &purposes[PURPOSE_MAC];
    return purpose_of_digest(program, ref, by_class);
}

/* ---- What comes of a digest -------------------------------------------------------------- */

/* True if a digest chooses an element of a table in FUNCTION. */
static bool is_index(const struct vt_function *f) {
    const uint32_t both = VT_TAG_HASH | VT_TAG_INDEX;
    for (uint32_t e = 0; e < f->nedges; e++)
        if ((f->edges[e].tags & both) == both)
            return true;
    return false;
}

/* What the digest of REF is for, as far as its function tells; or NULL. */
static const char *use_of_digest(struct vt_program *program, struct vt_event_ref ref) {
    const struct vt_function *f = vt_program_function(program, ref.function, NULL);
    if (vt_gets_made(program, ref.function, VT_FACT_EFFECT, "file", VT_ROLE_PATH, VT_TAG_HASH))
        return "It names a file.";
    if (vt_gets_made(program, ref.function, VT_FACT_COMPARE, NULL, VT_ROLE_LEFT, VT_TAG_HASH) ||
        vt_gets_made(program, ref.function, VT_FACT_COMPARE, NULL, VT_ROLE_RIGHT, VT_TAG_HASH))
        return "It is compared with another.";
    if (is_index(f))
        return "It chooses an element of a table.";
    if (vt_gets_made(program, ref.function, VT_FACT_EFFECT, "net.send", VT_ROLE_PAYLOAD,
                     VT_TAG_HASH) ||
        vt_gets_made(program, ref.function, VT_FACT_EFFECT, "io.write", VT_ROLE_PAYLOAD,
                     VT_TAG_HASH))
        return "It is written out.";
    return NULL;
}

static void weigh(struct vt_check *check, struct vt_finding *finding, struct vt_event_ref ref,
                  const struct purpose *purpose) {
    struct vt_program *program = vt_check_program(check);
    const char *use = purpose == &purposes[PURPOSE_DIGEST] ? use_of_digest(program, ref) : NULL;
    if (use)
        vt_finding_evidence(check, finding, "use", 0, "%s", use);
    if (vt_has_known_answer(program, ref.function))
        vt_finding_evidence(check, finding, "known-answer", -50,
                            "The result is compared with constants: a test with known answers.");
}

/* A context keeps the algorithm it was begun with, and three calls of DES make one cipher: one
 * choice is told once in a function, where it takes effect first. */
struct told {
    struct vt_event_ref *items;
    size_t count, capacity;
};

static bool is_told(struct vt_check *check, struct told *told, const struct choice *choice,
                    struct vt_event_ref ref) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_unit *unit;
    struct vt_event_ref source = {VT_NONE, vt_program_event(program, ref, &unit)->value};
    if (choice->source && choice->source->kind != VT_SOURCE_EVENT)
        return false;
    if (choice->source)
        source = choice->source->event;
    for (size_t i = 0; i + 1 < told->count; i += 2)
        if (vt_event_same(told->items[i], source) && told->items[i + 1].function == ref.function)
            return true;
    struct vt_event_ref pair[] = {source, ref};
    for (size_t i = 0; i < 2; i++) {
        told->items = vt_grow(vt_check_arena(check), told->items, told->count, &told->capacity,
                              sizeof *told->items);
        told->items[told->count++] = pair[i];
    }
    return false;
}

/* What modes of the program's own encrypt first: digests, counters. Others xor before or after, in
 * the same function or near to it. */
#define OF_MODE (VT_TAG_XOR | VT_TAG_ARITHMETIC | VT_TAG_HASH)

/* True if REF encrypts one block, and a mode of the program's own is made of that. */
static bool serves_mode(struct vt_check *check, struct vt_event_ref ref) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_unit *unit;
    const struct vt_event *event = vt_program_event(program, ref, &unit);
    if (!vt_class_is(vt_string(unit->strings, event->class_name), ONE_BLOCK))
        return false;
    const struct vt_trace *trace =
        vt_trace_role(program, ref, VT_ROLE_PAYLOAD, NULL, VT_ABOUT_DATA | VT_TAG_HANDLE);
    return (trace && vt_trace_tags(trace) & OF_MODE) ||
           vt_near(check, vt_cipher_scrambles, 1)[ref.function];
}

static void look_at(struct vt_check *check, struct vt_event_ref ref, const struct purpose *by_class,
                    struct told *told) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_unit *unit;
    const struct vt_event *event = vt_program_event(program, ref, &unit);
    const struct purpose *purpose = purpose_of(program, ref, by_class);
    struct choice choice = {0};
    const char *fixed = vt_string(unit->strings, event->value);

    if (*fixed && find_algorithm(fixed)) {
        if (!vt_event_applies(program, ref) || serves_mode(check, ref))
            return;
        choice.name = fixed;
    } else {
        choice = find_choice(program, ref, purpose);
        if (!choice.source)
            return;
    }
    const struct algorithm *algorithm = find_algorithm(choice.name);
    int weight = weight_for(algorithm, purpose);
    if (!weight || is_told(check, told, &choice, ref))
        return;
    struct vt_finding *finding = vt_finding_new(check, ref);
    vt_finding_message(check, finding, "%s is used for %s: %s.", choice.name, purpose->words,
                       algorithm->why);
    if (purpose != by_class && purpose == &purposes[PURPOSE_KDF])
        vt_finding_evidence(check, finding, "credential", 0,
                            "It is applied to a credential or key.");
    if (purpose == by_class && purpose == &purposes[PURPOSE_KDF] && weight < 60)
        vt_finding_evidence(check, finding, "keyed", -20,
                            "The derivation repeats it with a key, where collisions do not help.");
    if (!choice.source && is_offered(program, ref))
        vt_finding_evidence(check, finding, "offered", -40,
                            "The program brings the algorithm itself, and offers it in a table.");
    else if (!choice.source && (is_any_number(program, ref, VT_ROLE_ALGORITHM) ||
                                is_any_number(program, ref, VT_ROLE_MODE)))
        vt_finding_evidence(check, finding, "menu", -40,
                            "Its number is one of many, or comes from elsewhere.");
    if (choice.source && is_menu(program, ref, purpose, choice.source->unit, weight))
        vt_finding_evidence(check, finding, "menu", weight > 60 ? -40 : -35,
                            "It is one of several to choose from, and better ones are among them.");
    if (choice.source && is_negotiated(program, ref, choice.name))
        vt_finding_evidence(check, finding, "negotiated", -40,
                            "What else it may be comes from elsewhere: a suite without encryption "
                            "among others.");
    if (choice.source && choice.source->kind == VT_SOURCE_EVENT &&
        vt_never_runs(program, choice.source->event))
        vt_finding_evidence(check, finding, "not-chosen", -40,
                            "Nothing in the program is seen to choose it.");
    weigh(check, finding, ref, purpose);
    vt_finding_path(check, finding, choice.trace, choice.source, "The algorithm is chosen here",
                    "It takes effect here");
    vt_finding_send(check, finding, weight);
}

/* What is digested may come in later than the algorithm is chosen: digests of credentials go first,
 * so that the choice is told by what it does worst. */
static void look_at_class(struct vt_check *check, const struct purpose *purpose,
                          struct told *told) {
    struct vt_program *program = vt_check_program(check);
    size_t count;
    struct vt_event_ref *refs = vt_program_events(program, VT_FACT_EFFECT, purpose->class_name,
                                                  vt_check_arena(check), &count);
    for (int worse = 1; worse >= 0; worse--)
        for (size_t i = 0; i < count; i++)
            if (worse == (purpose_of_digest(program, refs[i], purpose) != purpose))
                look_at(check, refs[i], purpose, told);
}

/* ---- Modes ------------------------------------------------------------------------------- */

static bool ends_with(const char *text, const char *end) {
    size_t size = strlen(text), length = strlen(end);
    return size >= length && strcmp(text + size - length, end) == 0;
}

/* What sets the mode of REF to NUMBER, if no more than a few other numbers may; or NULL. */
static const struct vt_source *find_mode(struct vt_program *program, struct vt_event_ref ref,
                                         int64_t number, const struct vt_trace **trace) {
    const struct vt_source *found = NULL;
    size_t count = 0;
    int64_t mode;
    *trace = vt_trace_value(program, ref, VT_ROLE_MODE, 0);
    const struct vt_source *sources = *trace ? vt_trace_sources(*trace, &count) : NULL;
    for (size_t i = 0; i < count; i++) {
        if (!vt_source_number(&sources[i], &mode))
            return NULL;
        if (mode == number)
            found = &sources[i];
    }
    return count <= ENOUGH_BETTER ? found : NULL;
}

/* What sets the mode of REF to ECB; or NULL. Modes are numbers or texts. */
static const struct vt_source *find_ecb(struct vt_program *program, struct vt_event_ref ref,
                                        const struct vt_trace **trace) {
    const struct vt_unit *unit;
    const struct vt_event *event = vt_program_event(program, ref, &unit);
    const char *number = vt_string(unit->strings, event->value);
    if (*number)
        return find_mode(program, ref, strtoll(number, NULL, 10), trace);
    size_t count = 0;
    *trace = vt_trace_value(program, ref, VT_ROLE_MODE, 0);
    const struct vt_source *sources = *trace ? vt_trace_sources(*trace, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        if (!ends_with(vt_source_text(&sources[i]), "ECB"))
            return NULL;
    return count ? sources : NULL;
}

static void look_at_mode(struct vt_check *check, struct vt_event_ref ref) {
    const struct algorithm *ecb = find_algorithm("ECB");
    const struct vt_trace *trace;
    const struct vt_source *source = find_ecb(vt_check_program(check), ref, &trace);
    if (!source)
        return;
    struct vt_finding *finding = vt_finding_new(check, ref);
    vt_finding_message(check, finding, "ECB is used for encryption: %s.", ecb->why);
    vt_finding_path(check, finding, trace, source, "The mode is chosen here",
                    "It takes effect here");
    vt_finding_send(check, finding, ecb->encrypt);
}

/* ---- Blocks, one after another ----------------------------------------------------------- */

static bool is_read(struct vt_program *program, const struct vt_source *source) {
    static const char *const classes[] = {"io.read", "file",        "network", "terminal.read",
                                          "ipc",     "environment", "argument"};
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++)
        if (vt_source_is(program, source, VT_FACT_ORIGIN, classes[i]))
            return true;
    return false;
}

/* True if the data of SOURCE are encrypted by REF again and again: it stands in a loop, or a call
 * does on the way to it. One block alone is an answer to a challenge. */
static bool is_repeated(struct vt_check *check, struct vt_event_ref ref,
                        const struct vt_trace *trace, const struct vt_source *source) {
    struct vt_program *program = vt_check_program(check);
    uint64_t open = 0; /* of the calls that are entered and not left: whether each repeats */
    size_t count;
    const struct vt_flow_step *steps = vt_trace_steps(trace, source, vt_check_arena(check), &count);
    for (size_t i = 0; i < count; i++) {
        const struct vt_function *caller = vt_program_function(program, steps[i].function, NULL);
        if (steps[i].kind == VT_STEP_CALL && steps[i].call != VT_NONE)
            open = open << 1 | caller->calls[steps[i].call].repeats;
        else if (steps[i].kind == VT_STEP_RETURN)
            open >>= 1;
    }
    return open || vt_program_event(program, ref, NULL)->repeats;
}

/* True if blocks with TAGS on their way were mixed with something that goes on from none to the
 * next: with no block that was encrypted before, no digest and no count. */
static bool is_unchained(uint32_t tags) {
    return tags & VT_TAG_XOR && !(tags & (VT_TAG_ENCRYPT | VT_TAG_ARITHMETIC | VT_TAG_HASH));
}

/* True if what NODE of F holds may come to it again, through DEPTH places where edges meet at most:
 * of what happens on the way round the least is told, and a block that was encrypted may be among
 * it. */
static bool goes_round(const struct vt_function *f, uint32_t node, uint32_t from, unsigned depth) {
    uint32_t count;
    const struct vt_edge *edges = vt_function_edges(f, from, &count);
    for (uint32_t e = 0; e < count; e++) {
        if (edges[e].from == node)
            return true;
        if (f->nodes[edges[e].from].kind != VT_NODE_HUB)
            continue;
        if (depth == 0 || goes_round(f, node, edges[e].from, depth - 1) ||
            (from == node && goes_round(f, edges[e].from, edges[e].from, depth - 1)))
            return true;
    }
    return false;
}

static bool is_fed_back(struct vt_program *program, struct vt_event_ref ref) {
    enum { HUBS = 4 };
    const struct vt_function *f = vt_program_function(program, ref.function, NULL);
    for (uint32_t n = 0; n < f->nnodes; n++)
        if (vt_node_is(&f->nodes[n], (struct vt_node){VT_NODE_IN, VT_ROLE_PAYLOAD, ref.event}))
            return goes_round(f, n, n, HUBS);
    return false;
}

/* True if SOURCE brings data: the caller's are a mode's, which only a fault in it lays open. */
static bool brings_data(struct vt_program *program, const struct vt_source *source, bool mixed) {
    return is_read(program, source) ||
           (mixed && source->kind == VT_SOURCE_PARAMETER && source->tags & VT_TAG_XOR);
}

static void look_at_block(struct vt_check *check, struct vt_event_ref ref, bool near) {
    struct vt_program *program = vt_check_program(check);
    const struct algorithm *ecb = find_algorithm("ECB");
    const struct vt_trace *trace =
        vt_trace_role(program, ref, VT_ROLE_PAYLOAD, NULL, VT_ABOUT_DATA | VT_TAG_HANDLE);
    size_t count = 0;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    bool mixed = trace && is_unchained(vt_trace_tags(trace)) && !is_fed_back(program, ref);
    if (!trace || vt_trace_is_cut(trace) || (!mixed && (near || vt_trace_tags(trace) & OF_MODE)))
        return;
    for (size_t i = 0; i < count; i++) {
        if (!brings_data(program, &sources[i], mixed) ||
            !is_repeated(check, ref, trace, &sources[i]))
            continue;
        struct vt_finding *finding = vt_finding_new(check, ref);
        vt_finding_message(check, finding, "%s: %s.",
                           mixed
                               ? "Blocks are mixed with the same bytes each before they are "
                                 "encrypted, and none depends on the one before"
                               : "Data are encrypted block by block, each for itself, as ECB does",
                           ecb->why);
        vt_finding_path(check, finding, trace, &sources[i], "The data come from here",
                        "Each block is encrypted here");
        vt_finding_send(check, finding, ecb->encrypt);
        return;
    }
}

static void look_at_blocks(struct vt_check *check) {
    enum { NEAR = 2 };
    size_t count;
    struct vt_event_ref *refs = vt_program_events(vt_check_program(check), VT_FACT_EFFECT,
                                                  ONE_BLOCK, vt_check_arena(check), &count);
    const unsigned char *near = count ? vt_near(check, vt_cipher_scrambles, NEAR) : NULL;
    for (size_t i = 0; i < count; i++)
        if (!find_algorithm(vt_event_value(vt_check_program(check), refs[i])) ||
            serves_mode(check, refs[i]))
            look_at_block(check, refs[i], near[refs[i].function]);
}

static void run(struct vt_check *check) {
    struct told told = {0};
    for (size_t p = 0; p < sizeof purposes / sizeof *purposes; p++)
        look_at_class(check, &purposes[p], &told);
    vt_check_each(check, VT_FACT_EFFECT, "crypto.mode", look_at_mode);
    look_at_blocks(check);
}

const struct vt_rule vt_crypto_weak_algorithm = {
    .id = "crypto/weak-algorithm",
    .name = "WeakAlgorithm",
    .summary = "A broken algorithm is used where security depends on it",
    .description =
        "An algorithm with known practical attacks encrypts, signs, authenticates, derives a key "
        "or "
        "stores a password. How it was chosen is followed through variables, settings, tables and "
        "names in text. The purpose decides: a digest that only names a file of a cache is told as "
        "a "
        "note.",
    .help = "Use AES-GCM or ChaCha20-Poly1305 to encrypt, SHA-256 or better to sign and "
            "authenticate, and Argon2, scrypt or PBKDF2 with SHA-256 for passwords.",
    .cwe = "CWE-327,CWE-328",
    .precision = "high",
    .severity = 7.5,
    .run = run,
};

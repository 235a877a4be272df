/* crypto/low-cost-kdf: passwords that are stretched so little that they can be searched.
 *
 *     PKCS5_PBKDF2_HMAC(password, length, salt, 16, 1, EVP_sha256(), 32, key);
 *
 *     SHA256_Update(&context, salt, 16);
 *     SHA256_Update(&context, password, length);
 *     SHA256_Final(digest, &context);
 *     return memcmp(digest, stored, sizeof digest) == 0;    // one round
 *
 * Cost is a number of rounds, a size of memory, or stands in the prefix that crypt(3) gets. What a
 * strong key is derived from needs no cost. Not caught: costs that are read from files, and few
 * rounds that the program makes itself.
 */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "checkers/shared/crypto/material.h"
#include "engine/base/arena.h"
#include "engine/base/strings.h"

/* Below `broken` the cost is none, below `low` it is too little, below `dated` it is told. Sources:
 * RFC 8018 section 4.2 (1000 rounds at least), RFC 7914 section 2 and RFC 9106 section 4. */
struct bound {
    const char *value; /* of the event; NULL: any other */
    enum vt_role role;
    const char *words; /* "rounds" */
    int64_t broken, low, dated;
};

static const struct bound bounds[] = {
    {"scrypt", VT_ROLE_LENGTH, "scrypt's cost parameter", 1024, 16384, 0},
    {"ARGON2", VT_ROLE_MODE, "bytes of memory", 1 << 20, 8 << 20, 0},
    {"S2K", VT_ROLE_LENGTH, "hashed bytes", 1024, 65536, 0},
    {"bcrypt", VT_ROLE_LENGTH, "the logarithm of rounds", 5, 8, 10},
    {NULL, VT_ROLE_LENGTH, "rounds", 100, 1000, 10000},
};

/* What numbers are called that are set by name, and which bound is theirs. */
static const struct {
    const char *name, *value;
} named[] = {{"iter", "PBKDF2"}, {"n", "scrypt"}};

enum { BCRYPT = 3, ROUNDS = 4 };

/* What one call costs an attacker. */
struct cost {
    int weight;
    const char *message;
    const struct vt_trace *trace;
    const struct vt_source *source;
};

static void judge(struct vt_check *check, const struct bound *bound, int64_t number,
                  struct cost *cost) {
    int weight = number < bound->broken  ? 75
                 : number < bound->low   ? 60
                 : number < bound->dated ? 25
                                         : 0;
    if (number <= 0 || weight <= cost->weight)
        return;
    cost->weight = weight;
    cost->message = vt_alloc_format(vt_check_arena(check),
                                    "A password is protected by a cost of %lld only (%s).",
                                    (long long)number, bound->words);
}

/* ---- crypt(3) ---------------------------------------------------------------------------- */

static bool is_salt_of_des(const char *text) {
    static const char letters[] =
        "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    return strlen(text) == 2 && strspn(text, letters) == 2;
}

/* True if SOURCE, of TRACE, is printed behind the "$" that a setting of a newer kind begins with.
 */
static bool is_piece(const struct vt_trace *trace, const struct vt_source *source) {
    size_t count;
    const struct vt_source *sources = vt_trace_sources(trace, &count);
    for (size_t i = 0; source->tags & VT_TAG_FORMAT && i < count; i++)
        if (*vt_source_text(&sources[i]) == '$')
            return true;
    return false;
}

/* What SOURCE of TRACE, a setting or the beginning of one, says about rounds. */
static void judge_setting(struct vt_check *check, const struct vt_trace *trace,
                          const struct vt_source *source, struct cost *cost) {
    const char *setting = vt_source_text(source), *rounds = strstr(setting, "$rounds=");
    if (is_salt_of_des(setting) && !is_piece(trace, source) && cost->weight < 80) {
        cost->weight = 80;
        cost->message = "A password is stored by the DES of old crypt: eight letters of it count, "
                        "and 56 bits at most.";
    } else if (strncmp(setting, "$1$", 3) == 0 && cost->weight < 60) {
        cost->weight = 60;
        cost->message = "A password is stored by 1000 rounds of MD5.";
    } else if (rounds && setting[0] == '$') {
        judge(check, &(struct bound){NULL, VT_ROLE_IV, bounds[ROUNDS].words, 1001, 5000, 0},
              strtoll(rounds + 8, NULL, 10), cost);
    } else if (strncmp(setting, "$2", 2) == 0 && setting[2] && setting[3] == '$') {
        judge(check, &bounds[BCRYPT], strtoll(setting + 4, NULL, 10), cost);
    }
}

/* ---- Calls ------------------------------------------------------------------------------- */

static const struct bound *bound_of(const char *value) {
    const struct bound *bound = bounds;
    while (bound->value && strcmp(bound->value, value) != 0)
        bound++;
    return bound;
}

/* True if SOURCE of TRACE is one of several numbers of a struct that a function returned, and
 * another of them is cost enough by BOUND: which of them is the cost is not told apart. */
static bool is_beside_cost(const struct vt_trace *trace, const struct vt_source *source,
                           const struct bound *bound) {
    size_t count;
    const struct vt_source *sources = vt_trace_sources(trace, &count);
    int64_t number;
    for (size_t i = 0; source->tags & VT_TAG_TRUNCATE && i < count; i++)
        if (sources[i].tags & VT_TAG_TRUNCATE && vt_source_number(&sources[i], &number) &&
            number >= bound->low)
            return true;
    return false;
}

/* The worst of what reaches the cost, or of the settings if IS_SETTING. */
static void look_for_cost(struct vt_check *check, struct vt_event_ref ref, bool is_setting,
                          const struct bound *bound, struct cost *cost) {
    size_t count = 0;
    enum vt_role role = is_setting ? VT_ROLE_IV : bound->role;
    const struct vt_trace *trace =
        vt_trace_value(vt_check_program(check), ref, role, VT_ABOUT_DATA);
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++) {
        int before = cost->weight;
        int64_t number;
        if (is_setting)
            judge_setting(check, trace, &sources[i], cost);
        else if (vt_source_number(&sources[i], &number) &&
                 !is_beside_cost(trace, &sources[i], bound))
            judge(check, bound, number, cost);
        if (cost->weight > before) {
            cost->trace = trace;
            cost->source = &sources[i];
        }
    }
}

/* True if the salt of REF is made by the program, or written in it, in the calls that the cost
 * comes through: something is protected there, and not only read. */
static bool makes_salt(struct vt_check *check, struct vt_event_ref ref, const struct cost *cost) {
    struct vt_program *program = vt_check_program(check);
    struct vt_asked salt = {.ref = ref, .role = VT_ROLE_IV, .avoid = VT_ABOUT_DATA};
    size_t nsteps, count = 0;
    const struct vt_flow_step *steps =
        vt_trace_steps(cost->trace, cost->source, vt_check_arena(check), &nsteps);
    const struct vt_trace *trace = vt_trace_role_at(program, &salt, steps, nsteps);
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        if (*vt_source_text(&sources[i]) ||
            vt_source_is(program, &sources[i], VT_FACT_ORIGIN, "random"))
            return true;
    return trace == NULL;
}

/* True if the cost is enough in other calls, and in these the salt is not the program's: they are
 * for data that others protected, and that do not tell how. */
static bool is_for_old_data(struct vt_check *check, struct vt_event_ref ref,
                            const struct cost *cost, const struct bound *bound) {
    size_t count = 0;
    const struct vt_source *sources = vt_trace_sources(cost->trace, &count);
    bool is_enough = false;
    int64_t number;
    for (size_t i = 0; i < count; i++)
        is_enough |= vt_source_number(&sources[i], &number) && number >= bound->low;
    return is_enough && !makes_salt(check, ref, cost);
}

/* What is known of the input: only passwords need cost. */
static void weigh_input(struct vt_check *check, struct vt_event_ref ref,
                        struct vt_finding *finding) {
    struct vt_program *program = vt_check_program(check);
    struct vt_material input;
    if (!vt_material_of(program, ref, VT_ROLE_KEY, &input))
        return;
    bool is_key = vt_find_source(program, input.trace, VT_FACT_ORIGIN, "secret.key") ||
                  (input.strong && !input.secret && !input.other);
    if (is_key)
        vt_finding_evidence(check, finding, "strong-input", -60,
                            "What it is derived from is a strong key, which needs no cost.");
    else if (input.constant && vt_material_is_fixed(&input))
        vt_finding_evidence(check, finding, "constant-input", -45,
                            "The password is a constant: no cost would protect it.");
    else if (vt_find_source(program, input.trace, VT_FACT_ORIGIN, "secret.credential"))
        vt_finding_evidence(check, finding, "password", 10, "A password is what goes in.");
}

/* True if nobody looks at what crypt(3) made in REF: it is called so that unknown users take as
 * long as known ones. */
static bool is_dropped(struct vt_program *program, struct vt_event_ref ref) {
    return vt_program_event(program, ref, NULL)->success == VT_RESULT_UNUSED;
}

/* VALUE says what REF does. */
static void look_at(struct vt_check *check, struct vt_event_ref ref, const char *value) {
    struct cost cost = {0};
    bool is_setting = strcmp(value, "crypt") == 0;
    look_for_cost(check, ref, is_setting, bound_of(value), &cost);
    if (!cost.source || (is_setting && is_dropped(vt_check_program(check), ref)))
        return;
    struct vt_finding *finding = vt_finding_new(check, ref);
    vt_finding_message(check, finding, "%s", cost.message);
    weigh_input(check, ref, finding);
    if (is_for_old_data(check, ref, &cost, bound_of(value)))
        vt_finding_evidence(check, finding, "old-data", -40,
                            "Other calls bring a cost that is enough; in these the salt comes from "
                            "elsewhere, with data that somebody else protected.");
    if (cost.source->is_vague)
        vt_finding_evidence(
            check, finding, "vague", -40,
            "Where it lies was not followed to the byte: another number may be meant.");
    if (vt_trace_passes_unknown(cost.trace))
        vt_finding_evidence(check, finding, "lent", -40,
                            "A function that nobody knows gets it first, and may change it.");
    vt_finding_path(check, finding, cost.trace, cost.source, "The cost is chosen here",
                    "It takes effect here");
    vt_finding_send(check, finding, cost.weight);
}

/* ---- One digest -------------------------------------------------------------------------- */

/* True if NAME says that what is digested is another at each login. */
static bool names_challenge(const char *name) {
    static const char *const words[] = {"challenge", "nonce", "realm", "random", "time"};
    for (; *name; name++)
        for (size_t w = 0; w < sizeof words / sizeof *words; w++)
            if (strncasecmp(name, words[w], strlen(words[w])) == 0)
                return true;
    return false;
}

/* True if what TRACE leads to came through a parameter that is called a challenge. */
static bool is_answer(struct vt_check *check, const struct vt_trace *trace) {
    size_t count;
    const struct vt_parameter *parameters =
        vt_trace_parameters(trace, vt_check_arena(check), &count);
    for (size_t i = 0; i < count; i++) {
        const struct vt_unit *unit;
        const struct vt_function *f =
            vt_program_function(vt_check_program(check), parameters[i].function, &unit);
        if (parameters[i].index < f->nparams &&
            names_challenge(vt_string(unit->strings, f->param_names[parameters[i].index])))
            return true;
    }
    return false;
}

/* A password that TRACE leads to, if something else goes in that may be salt, and nothing that was
 * digested before: that would be another round. */
static const struct vt_source *find_salted(struct vt_check *check, const struct vt_trace *trace) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_source *password = NULL;
    bool is_salted = false;
    size_t count = 0;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++) {
        if (vt_source_is(program, &sources[i], VT_FACT_ORIGIN, "clock"))
            return NULL; /* it is another each time */
        if (vt_is_called_password(program, trace, &sources[i], vt_check_arena(check)))
            password = &sources[i];
        else
            is_salted |= sources[i].kind != VT_SOURCE_CONSTANT;
    }
    return is_salted && !vt_trace_is_cut(trace) && !is_answer(check, trace) ? password : NULL;
}

/* True if FUNCTION compares what a peer sent as it is: the answer to a challenge. */
static bool holds_answer(struct vt_program *program, uint32_t function) {
    static const enum vt_role sides[] = {VT_ROLE_LEFT, VT_ROLE_RIGHT};
    const struct vt_function *f = vt_program_function(program, function, NULL);
    for (uint32_t e = 0; e < f->nevents; e++)
        for (size_t side = 0; side < 2 && f->events[e].fact == VT_FACT_COMPARE; side++) {
            const struct vt_trace *trace = vt_trace_role(
                program, (struct vt_event_ref){function, e}, sides[side], NULL, VT_TAG_HASH);
            if (vt_find_source(program, trace, VT_FACT_ORIGIN, "network"))
                return true;
        }
    return false;
}

/* True if FUNCTION keeps some digest, or gives it to a cipher as its key. */
static bool keeps(struct vt_program *program, uint32_t function) {
    static const char *const classes[] = {"crypto.key", "crypto.encrypt", "crypto.decrypt"};
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++)
        if (vt_gets_made(program, function, VT_FACT_EFFECT, classes[i], VT_ROLE_KEY, VT_TAG_HASH))
            return true;
    return vt_keeps_digest(program, function) && !holds_answer(program, function);
}

/* True if FUNCTION makes digests: REPEATED: again and again. */
static bool makes_digests(struct vt_program *program, uint32_t function, bool repeated) {
    const struct vt_unit *unit;
    const struct vt_function *f = vt_program_function(program, function, &unit);
    for (uint32_t e = 0; e < f->nevents; e++) {
        const char *name = vt_string(unit->strings, f->events[e].class_name);
        if ((f->events[e].repeats || !repeated) && f->events[e].fact == VT_FACT_EFFECT &&
            (vt_class_is(name, "step.digest") || vt_class_is(name, "crypto.digest")))
            return true;
    }
    return false;
}

/* True if FUNCTION goes on to make digests in a loop: what it begins with is the first round. */
static bool makes_rounds(struct vt_program *program, uint32_t function) {
    const struct vt_function *f = vt_program_function(program, function, NULL);
    const uint32_t *targets;
    for (uint32_t c = 0; c < f->ncalls; c++) {
        size_t count = f->calls[c].repeats
                           ? vt_program_targets(program, (struct vt_site){function, c}, &targets)
                           : 0;
        for (size_t t = 0; t < count; t++)
            if (makes_digests(program, targets[t], false))
                return true;
    }
    return makes_digests(program, function, true);
}

/* True if FUNCTION, or one that calls it, keeps some digest. */
static bool is_kept(struct vt_program *program, uint32_t function) {
    const struct vt_site *sites;
    size_t count = vt_program_callers(program, function, &sites);
    bool kept = keeps(program, function);
    for (size_t i = 0; i < count && !kept; i++)
        kept = keeps(program, sites[i].function);
    return kept;
}

/* The most that side SIDE of CONDITION may be, all numbers of the program; -1 if it is something
 * else. */
static int64_t most_of(struct vt_program *program, struct vt_condition_ref condition,
                       unsigned side) {
    const struct vt_trace *trace = vt_trace_subject(
        program, condition.function, condition.predicate, side, VT_TAG_DECIDED | VT_TAG_HANDLE);
    size_t count = 0;
    int64_t number, most = 0;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    if (!count || vt_trace_is_cut(trace) || vt_trace_passes_variable(trace) ||
        vt_trace_passes_unknown(trace))
        return -1;
    for (size_t i = 0; i < count; i++) {
        if (!vt_source_number(&sources[i], &number))
            return -1;
        most = number > most ? number : most;
    }
    return most;
}

/* How many rounds a loop around what has GUARDS, in FUNCTION, makes at most: what a count is held
 * against comes from callers, all of which give numbers. -1 if that is not known. */
static int64_t rounds_by(struct vt_check *check, uint32_t function, uint32_t guards) {
    struct vt_program *program = vt_check_program(check);
    size_t count;
    const struct vt_condition_ref *conditions =
        vt_program_conditions(program, function, guards, vt_check_arena(check), &count);
    for (size_t i = 0; i < count; i++) {
        const struct vt_predicate *predicate =
            &vt_program_function(program, function, NULL)->predicates[conditions[i].predicate];
        if (!conditions[i].always || predicate->has_number || predicate->compare == VT_EQ)
            continue;
        int64_t begin = most_of(program, conditions[i], 0),
                end = most_of(program, conditions[i], 1);
        if (begin >= 0 && end >= 0)
            return begin > end ? begin : end;
    }
    return -1;
}

/* How often REF is done at most, by itself or by a caller of its function that goes round; or it
 * goes before what is. -1 if that is not known. */
static int64_t rounds_of(struct vt_check *check, struct vt_event_ref ref) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_event *event = vt_program_event(program, ref, NULL);
    const struct vt_site *sites;
    size_t count = vt_program_callers(program, ref.function, &sites);
    if (event->repeats)
        return rounds_by(check, ref.function, event->guards);
    for (size_t i = 0; i < count; i++) {
        const struct vt_call *call =
            &vt_program_function(program, sites[i].function, NULL)->calls[sites[i].call];
        if (call->repeats)
            return count == 1 ? rounds_by(check, sites[i].function, call->guards) : -1;
    }
    return makes_rounds(program, ref.function) ? -1 : 1;
}

static void look_at_digest(struct vt_check *check, struct vt_event_ref ref) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_trace *trace =
        vt_trace_role(program, ref, VT_ROLE_PAYLOAD, NULL, VT_ABOUT_DATA);
    const struct vt_source *password = find_salted(check, trace);
    int64_t rounds = password ? rounds_of(check, ref) : -1;
    if (rounds < 0 || rounds >= bounds[ROUNDS].low || !is_kept(program, ref.function))
        return;
    struct vt_finding *finding = vt_finding_new(check, ref);
    vt_finding_message(
        check, finding, "A password is protected by %s of a digest that is made to be fast.",
        rounds == 1 ? "one round"
                    : vt_alloc_format(vt_check_arena(check), "%lld rounds", (long long)rounds));
    vt_finding_path(check, finding, trace, password, "The password comes in here",
                    "It is digested here");
    vt_finding_send(check, finding, 45);
}

/* Those in steps are looked at where they end. */
static void look_at_whole_digest(struct vt_check *check, struct vt_event_ref ref) {
    if (!vt_trace_value(vt_check_program(check), ref, VT_ROLE_HANDLE, 0))
        look_at_digest(check, ref);
}

static void run(struct vt_check *check) {
    struct vt_program *program = vt_check_program(check);
    size_t count;
    struct vt_event_ref *refs =
        vt_program_events(program, VT_FACT_EFFECT, "crypto.kdf", vt_check_arena(check), &count);
    for (size_t i = 0; i < count; i++) {
        const struct vt_unit *unit;
        const struct vt_event *event = vt_program_event(program, refs[i], &unit);
        look_at(check, refs[i], vt_string(unit->strings, event->value));
    }
    refs =
        vt_program_events(program, VT_FACT_EFFECT, "crypto.named", vt_check_arena(check), &count);
    for (size_t i = 0; i < count; i++)
        for (size_t n = 0; n < sizeof named / sizeof *named; n++)
            if (vt_is_named(program, refs[i], named[n].name))
                look_at(check, refs[i], named[n].value);
    vt_check_each(check, VT_FACT_EFFECT, "step.digest", look_at_digest);
    vt_check_each(check, VT_FACT_EFFECT, "crypto.digest", look_at_whole_digest);
}

const struct vt_rule vt_crypto_low_cost_kdf = {
    .id = "crypto/low-cost-kdf",
    .name = "LowCostKdf",
    .summary = "A password is turned into a key or stored with next to no cost",
    .description =
        "Passwords are guessed; only the cost of one guess protects them. The number of rounds, "
        "the memory, or the method that the prefix of a crypt(3) setting names is so small that "
        "guessing is cheap; or there is one digest of password and salt, and no more.",
    .help = "Use Argon2id with 19 MiB or more, scrypt with N = 2^17, or PBKDF2 with 600,000 rounds "
            "of SHA-256; with crypt(3), yescrypt or the default rounds at least.",
    .cwe = "CWE-916",
    .precision = "high",
    .severity = 6.5,
    .run = run,
};

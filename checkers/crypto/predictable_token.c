/* crypto/predictable-token: what lets somebody in, by its name, can be guessed.
 *
 *     void make_session_token(char *out) {
 *         for (int i = 0; i < 32; i++)
 *             out[i] = letters[rand() % 36];
 *     }
 *
 * No library function says what a token is for: the name of the function, of its parameter or of
 * the variable does. From each weak generator the way up goes through results and memory of
 * callers, as long as nothing that cannot be guessed is put there, too. And a function of such a
 * name that digests the time, with nothing in it that others cannot know. Not caught: the time as
 * it is (it says when a token ends), and names in other languages.
 */
#include "checkers/shared/crypto/material.h"
#include "engine/base/arena.h"
#include "engine/base/strings.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

enum { MAX_UP = 4 }; /* calls and places where edges meet to go through */
enum { NUMBER = 8 }; /* bytes of what is a number rather than a text */

#define ELSEWHERE                                                                                  \
    ((VT_ABOUT_DATA | VT_TAG_HANDLE) & ~(uint32_t)(VT_TAG_INDEX | VT_TAG_FIELD | VT_AVOID_BLUR))

/* ---- Names ------------------------------------------------------------------------------- */

static const char *const secrets[] = {"token", "tokens", "password", "passwords",  "passwd",
                                      "otp",   "totp",   "secret",   "passphrase", "nonce",
                                      "csrf",  "xsrf",   "apikey",   "sessionid",  NULL};
static const char *const things[] = {"session", "sessions",  "cookie", "pin", "code",
                                     "ticket",  "challenge", "salt",   NULL};
static const char *const makers[] = {"make",  "new",  "create", "gen",   "generate",
                                     "start", "open", "issue",  "begin", NULL};

/* True if one of WORDS is a word of NAME, as programmers join words: a_b, aB. */
static bool has_word(const char *name, const char *const *words) {
    for (const char *at = name; *at; at++) {
        bool begins = at == name || !isalpha((unsigned char)at[-1]) ||
                      (isupper((unsigned char)*at) && islower((unsigned char)at[-1]));
        for (size_t w = 0; begins && words[w]; w++) {
            size_t length = strlen(words[w]);
            if (strncasecmp(at, words[w], length) == 0 && !islower((unsigned char)at[length]))
                return true;
        }
    }
    return false;
}

static bool names_secret(const char *name) {
    return has_word(name, secrets) || (has_word(name, things) && has_word(name, makers));
}

/* True if what stands behind TEXT is a secret by what the text says: "...?token=", "CSRF: %s". */
static bool announces_secret(const char *text) {
    static const char *const words[] = {"token",  "password",  "passwd", "otp", "secret", "csrf",
                                        "apikey", "sessionid", "sessid", "sid", NULL};
    size_t length = strcspn(text, "%");
    while (length > 0 && (text[length - 1] == ' ' || text[length - 1] == '"'))
        length--;
    if (length == 0 || !strchr("=:", text[length - 1]))
        return false;
    for (size_t w = 0; words[w]; w++) {
        size_t size = strlen(words[w]);
        if (size < length && strncasecmp(text + length - 1 - size, words[w], size) == 0)
            return true;
    }
    return false;
}

/* ---- Ways up ----------------------------------------------------------------------------- */

/* Where what was drawn has been looked for: node FROM of FUNCTION, DEPTH steps up. */
struct place {
    uint32_t function;
    struct vt_node from;
    unsigned depth;
    bool is_number; /* it is one number among other things there: how long a token is, say */
};

/* Where secrets were told that were drawn elsewhere. */
struct places {
    struct place *items;
    size_t count, capacity;
};

/* The search from one weak generator. */
struct search {
    struct vt_check *check;
    struct vt_event_ref origin;
    struct places *told; /* of all searches */
    struct place *seen;
    size_t nseen, seen_capacity;
};

/* True if PLACE was looked at from no further up; else it is from now on. */
static bool is_seen(struct search *search, const struct place *place) {
    for (size_t i = 0; i < search->nseen; i++) {
        const struct place *known = &search->seen[i];
        if (known->function == place->function && vt_node_is(&known->from, place->from) &&
            known->depth <= place->depth && known->is_number <= place->is_number)
            return true;
    }
    search->seen = vt_grow(vt_check_arena(search->check), search->seen, search->nseen,
                           &search->seen_capacity, sizeof *search->seen);
    search->seen[search->nseen++] = *place;
    return false;
}

/* True if something that cannot be guessed is put into node TO of F as well. */
static bool holds_better(const struct vt_unit *unit, const struct vt_function *f, uint32_t to) {
    uint32_t count;
    const struct vt_edge *edges = vt_function_edges(f, to, &count);
    for (uint32_t e = 0; e < count; e++) {
        const struct vt_node *from = &f->nodes[edges[e].from];
        if (from->kind != VT_NODE_OUTCOME)
            continue;
        const struct vt_event *event = &f->events[from->ref];
        const char *class_name = vt_string(unit->strings, event->class_name);
        if (event->fact == VT_FACT_ORIGIN && !vt_is_guessable(class_name))
            return true;
    }
    return false;
}

/* True if what EDGE brings from PLACE is one number among other fields, and neither all of the
 * edge's end nor a text in it. */
static bool makes_number(const struct vt_unit *unit, const struct vt_edge *edge,
                         const struct place *place) {
    const struct vt_rewrite *rewrite = &unit->rewrites[edge->rewrite];
    if (rewrite->nput == 0)
        return place->is_number && rewrite->ntake == 0;
    struct vt_range last = rewrite->put[rewrite->nput - 1];
    return (int64_t)last.high - last.low <= NUMBER;
}

/* The text that goes into node TO of F as well, and says that a secret stands behind it; or NULL.
 */
static const char *announcing_text(const struct vt_unit *unit, const struct vt_function *f,
                                   uint32_t to) {
    uint32_t count;
    const struct vt_edge *edges = vt_function_edges(f, to, &count);
    for (uint32_t e = 0; e < count; e++) {
        const struct vt_node *from = &f->nodes[edges[e].from];
        if (from->kind != VT_NODE_CONSTANT || unit->constants[from->ref].kind != VT_CONSTANT_TEXT)
            continue;
        const char *text = vt_string(unit->strings, unit->constants[from->ref].text);
        if (announces_secret(text))
            return text;
    }
    return NULL;
}

/* The name of what EDGE makes of what stands at PLACE, if it is that of a secret; else NULL. */
static const char *secret_made(struct vt_program *program, const struct place *place,
                               const struct vt_edge *edge) {
    const struct vt_unit *unit;
    const struct vt_function *f = vt_program_function(program, place->function, &unit);
    const struct vt_node *to = &f->nodes[edge->to];
    const char *name = "";
    if (to->kind == VT_NODE_GLOBAL)
        name = vt_string(unit->strings, unit->symbols[to->ref].name);
    else if (to->kind == VT_NODE_OUT && to->index < f->nparams)
        name = vt_string(unit->strings, f->param_names[to->index]);
    if (names_secret(name))
        return name;
    const char *maker = vt_program_function_name(program, place->function);
    bool leaves = to->kind == VT_NODE_RETURN || to->kind == VT_NODE_OUT;
    bool is_thing = to->kind == VT_NODE_GLOBAL && has_word(name, things) && has_word(maker, makers);
    if (makes_number(unit, edge, place))
        return NULL;
    if (is_thing)
        return name;
    if (leaves && names_secret(maker))
        return maker;
    return edge->tags & VT_TAG_FORMAT ? announcing_text(unit, f, edge->to) : NULL;
}

/* True if a secret at PLACE, drawn elsewhere, was told: a distribution draws in several places. */
static bool is_told(struct search *search, const struct place *place) {
    struct places *told = search->told;
    if (place->function == search->origin.function)
        return false;
    for (size_t i = 0; i < told->count; i++)
        if (told->items[i].function == place->function &&
            vt_node_is(&told->items[i].from, place->from))
            return true;
    told->items = vt_grow(vt_check_arena(search->check), told->items, told->count, &told->capacity,
                          sizeof *told->items);
    told->items[told->count++] = *place;
    return false;
}

/* Tells of the secret called NAME that is made of what stands at PLACE. */
static void tell(struct search *search, const struct place *place, const char *name) {
    struct vt_check *check = search->check;
    if (is_told(search, place))
        return;
    struct vt_finding *finding = vt_finding_new(check, search->origin);
    vt_finding_message(
        check, finding,
        announces_secret(name)
            ? "What stands behind \"%s\" is made by a generator that can be predicted."
            : "`%s`, a secret by its name, is made by a generator that can be predicted.",
        name);
    vt_finding_path(check, finding, NULL, NULL, NULL, "It is drawn here");
    vt_finding_send(check, finding, 50);
}

static bool follow(struct search *search, struct place place);

/* Goes on with the callers of the function of PLACE, where it leaves what was drawn. */
static bool follow_callers(struct search *search, const struct place *place) {
    const struct vt_node *made = &place->from;
    const struct vt_site *sites;
    bool is_result = made->kind == VT_NODE_RETURN;
    size_t count = vt_program_callers(vt_check_program(search->check), place->function, &sites);
    for (size_t i = 0; i < count; i++) {
        struct vt_node from = {
            .kind = is_result ? VT_NODE_RESULT : VT_NODE_EFFECT,
            .index = is_result ? 0 : made->index,
            .ref = sites[i].call,
        };
        if (follow(search, (struct place){sites[i].function, from, place->depth, place->is_number}))
            return true;
    }
    return false;
}

/* Looks where what was drawn goes from PLACE; true if it was told. */
static bool follow(struct search *search, struct place place) {
    struct vt_program *program = vt_check_program(search->check);
    const struct vt_unit *unit;
    const struct vt_function *f = vt_program_function(program, place.function, &unit);
    if (place.depth == MAX_UP || is_seen(search, &place))
        return false;
    for (uint32_t e = 0; e < f->nedges; e++) {
        const struct vt_edge *edge = &f->edges[e];
        const struct vt_node *to = &f->nodes[edge->to];
        bool is_beneath = unit->rewrites[edge->rewrite].ntake > 1; /* where no number is */
        if (!vt_node_is(&f->nodes[edge->from], place.from) || edge->tags & ELSEWHERE ||
            (place.is_number && is_beneath) || holds_better(unit, f, edge->to))
            continue;
        const char *name = secret_made(program, &place, edge);
        if (name)
            tell(search, &place, name);
        bool leaves = to->kind == VT_NODE_RETURN || to->kind == VT_NODE_OUT;
        struct place next = {place.function, *to, place.depth + 1,
                             makes_number(unit, edge, &place)};
        if (name || (leaves && follow_callers(search, &next)) ||
            (to->kind == VT_NODE_HUB && follow(search, next)))
            return true;
    }
    return false;
}

/* True if what a generator of the program's own keeps is known to be no more than a seed: what data
 * are mixed into may be a digest of them. */
static bool is_seeded(struct vt_program *program, struct vt_event_ref origin) {
    struct vt_material state;
    return strcmp(vt_event_value(program, origin), "own") != 0 ||
           (vt_material_of(program, origin, VT_ROLE_PAYLOAD, &state) && !state.other &&
            !state.secret);
}

/* ---- Digests of the time ----------------------------------------------------------------- */

/* True if others may know what SOURCE brings: the time, or who somebody is. */
static bool is_known(struct vt_program *program, const struct vt_source *source) {
    static const char *const names[] = {"user", "name",  "username", "login", "account",
                                        "mail", "email", "host",     "id",    NULL};
    const struct vt_unit *unit;
    if (source->kind == VT_SOURCE_EVENT) {
        const struct vt_event *event = vt_program_event(program, source->event, &unit);
        const char *class_name = vt_string(unit->strings, event->class_name);
        return event->fact == VT_FACT_ORIGIN &&
               (vt_is_guessable(class_name) || vt_class_is(class_name, "host"));
    }
    if (source->kind != VT_SOURCE_PARAMETER)
        return source->kind == VT_SOURCE_CONSTANT;
    const struct vt_function *f = vt_program_function(program, source->function, &unit);
    return source->index < f->nparams &&
           has_word(vt_string(unit->strings, f->param_names[source->index]), names);
}

/* The name of FUNCTION, or of one that calls it LEVELS calls up at most, if it is that of a secret;
 * else NULL. */
static const char *secret_maker(struct vt_program *program, uint32_t function, unsigned levels) {
    const char *name = vt_program_function_name(program, function);
    const struct vt_site *sites;
    size_t count = levels ? vt_program_callers(program, function, &sites) : 0;
    if (names_secret(name))
        return name;
    name = NULL;
    for (size_t i = 0; i < count && count == 1 && !name; i++)
        name = secret_maker(program, sites[i].function, levels - 1);
    return name;
}

static void look_at_digest(struct vt_check *check, struct vt_event_ref ref) {
    enum { LEVELS = 2 };
    struct vt_program *program = vt_check_program(check);
    const char *name = secret_maker(program, ref.function, LEVELS);
    const struct vt_trace *trace =
        name ? vt_trace_role(program, ref, VT_ROLE_PAYLOAD, NULL, VT_ABOUT_DATA) : NULL;
    const struct vt_source *clock =
        trace ? vt_find_source(program, trace, VT_FACT_ORIGIN, "clock") : NULL;
    size_t count = 0;
    if (!clock || vt_trace_is_cut(trace) || vt_trace_tags(trace) & VT_TAG_SECRET_KEYED)
        return;
    const struct vt_source *sources = vt_trace_sources(trace, &count);
    for (size_t i = 0; i < count; i++)
        if (!is_known(program, &sources[i]))
            return;
    struct vt_finding *finding = vt_finding_new(check, ref);
    vt_finding_message(check, finding,
                       "`%s`, a secret by its name, is a digest of the time and of what others "
                       "know as well.",
                       name);
    vt_finding_path(check, finding, trace, clock, "The time is asked for here",
                    "It is digested here");
    vt_finding_send(check, finding, 50);
}

static void run(struct vt_check *check) {
    size_t count;
    struct vt_event_ref *refs = vt_program_events(vt_check_program(check), VT_FACT_ORIGIN,
                                                  "random.weak", vt_check_arena(check), &count);
    struct places told = {0};
    for (size_t i = 0; i < count; i++) {
        struct search search = {.check = check, .origin = refs[i], .told = &told};
        struct vt_node drawn = {.kind = VT_NODE_OUTCOME, .ref = refs[i].event};
        if (is_seeded(vt_check_program(check), refs[i]))
            follow(&search, (struct place){refs[i].function, drawn, 0, false});
    }
    vt_check_each(check, VT_FACT_EFFECT, "crypto.digest", look_at_digest);
}

const struct vt_rule vt_crypto_predictable_token = {
    .id = "crypto/predictable-token",
    .name = "PredictableToken",
    .summary = "Tokens, passwords and session names are drawn from a weak generator",
    .description =
        "What is a secret by its name (a token, a password, a one-time code, the name of a "
        "session) is made of nothing but the output of a generator that can be predicted. Whoever "
        "sees a few of them, or knows when it was started, can make the next.",
    .help =
        "Draw it from the system: getrandom, RAND_bytes or their like, at least 128 bits of it.",
    .cwe = "CWE-340,CWE-338,CWE-330",
    .precision = "medium",
    .severity = 7.0,
    .run = run,
};

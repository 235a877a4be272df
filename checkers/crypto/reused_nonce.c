/* crypto/reused-nonce: a nonce is used for more than one message under one key.
 *
 *     randombytes_buf(nonce, sizeof nonce);
 *     crypto_secretbox_easy(out, head, nhead, nonce, key);
 *     crypto_secretbox_easy(out + nhead + 16, body, nbody, nonce, key);
 *
 * Looked at are ciphers that need a new nonce for each call (GCM, CCM, OCB, ChaCha20, Salsa20): of
 * others the call itself may move the nonce on. A nonce that is drawn once into a variable of the
 * program, and one that the other side sends, are used again as well, and so are counters that are
 * set back or begin anew with every start, under a key that stays; and so is a key stream that the
 * program makes itself and whose counter stands still, or is one byte; and a count that is cut to a
 * few bits. Not caught: a nonce that is kept in an object of a caller that nobody knows.
 */
#include <string.h>

#include "checkers/shared/crypto/material.h"
#include "engine/base/arena.h"
#include "engine/base/strings.h"

/* A nonce that went through any of these is counted up or derived anew. */
#define MOVED_ON                                                                                   \
    (VT_TAG_ARITHMETIC | VT_TAG_XOR | VT_TAG_HASH | VT_TAG_ENCRYPT | VT_TAG_SECRET_KEYED |         \
     VT_TAG_INDEX | VT_TAG_ASSUMED | VT_TAG_FORMAT)

/* What a counter goes through on its way into the bytes of a nonce. */
#define OF_COUNTER                                                                                 \
    (VT_TAG_ARITHMETIC | VT_TAG_TRUNCATE | VT_TAG_SHARES | VT_TAG_FIELD | VT_TAG_ENCODE)

/* What makes another secret number of one. */
#define DERIVED (VT_TAG_HASH | VT_TAG_ENCRYPT | VT_TAG_SECRET_KEYED | VT_TAG_ASSUMED)

enum { CALLERS = 2 }; /* how far up those who call a function are looked for */

#define TO_ENCRYPT "crypto.encrypt"
#define TO_SIGN    "crypto.sign"

/* ---- Which ciphers ----------------------------------------------------------------------- */

static bool is_nonce_cipher(const char *name) {
    static const char *const parts[] = {"GCM", "CCM", "OCB", "CHACHA20", "SALSA20"};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (strcasestr(name, parts[i]))
            return true;
    return false;
}

/* True if TRACE (NULL: none) names an algorithm, and what it names first is such a cipher. */
static bool names_nonce_cipher(struct vt_program *program, const struct vt_trace *trace) {
    const struct vt_source *named = vt_find_source(program, trace, VT_FACT_ORIGIN, "algorithm");
    return named && is_nonce_cipher(vt_event_value(program, named->event));
}

/* By what the call is, by the algorithm that it is given, or by the mode that its object was made
 * with. */
static bool needs_new_nonce(struct vt_program *program, struct vt_event_ref ref) {
    return is_nonce_cipher(vt_event_value(program, ref)) ||
           names_nonce_cipher(program,
                              vt_trace_value(program, ref, VT_ROLE_ALGORITHM, VT_ABOUT_DATA)) ||
           names_nonce_cipher(program,
                              vt_trace_role(program, ref, VT_ROLE_HANDLE, "mode", VT_ABOUT_DATA));
}

/* ---- Two calls --------------------------------------------------------------------------- */

/* True if what holds for A and what holds for B cannot both be: either arm of one condition, or
 * two cases of one number. */
static bool exclude(const struct vt_function *f, struct vt_condition_ref a,
                    struct vt_condition_ref b) {
    const struct vt_predicate *p = &f->predicates[a.predicate], *q = &f->predicates[b.predicate];
    if (a.predicate == b.predicate)
        return a.holds != b.holds;
    return a.holds && b.holds && p->compare == VT_EQ && q->compare == VT_EQ && p->has_number &&
           q->has_number && p->number != q->number;
}

static bool are_alternatives(struct vt_check *check, uint32_t function, uint32_t a, uint32_t b) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_function *f = vt_program_function(program, function, NULL);
    size_t na, nb;
    const struct vt_condition_ref *as =
        vt_program_conditions(program, function, f->events[a].guards, vt_check_arena(check), &na);
    const struct vt_condition_ref *bs =
        vt_program_conditions(program, function, f->events[b].guards, vt_check_arena(check), &nb);
    for (size_t i = 0; i < na; i++)
        for (size_t k = 0; k < nb; k++)
            if (exclude(f, as[i], bs[k]))
                return true;
    return false;
}

static const struct vt_source *first_that_varies(const struct vt_trace *trace) {
    size_t count = 0;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        if (sources[i].kind != VT_SOURCE_CONSTANT)
            return &sources[i];
    return NULL;
}

struct reuse {
    const char *message;
    int base;
    const struct vt_trace *trace;
    const struct vt_source *source;
};

static void tell(struct vt_check *check, struct vt_event_ref ref, const struct reuse *reuse) {
    struct vt_finding *finding = vt_finding_new(check, ref);
    vt_finding_message(check, finding, "%s", reuse->message);
    vt_finding_path(check, finding, reuse->trace, reuse->source, "The nonce comes from here",
                    "It is used again here");
    vt_finding_send(check, finding, reuse->base);
}

static bool is_pair(struct vt_check *check, uint32_t function, uint32_t a, uint32_t b) {
    struct vt_program *program = vt_check_program(check);
    return vt_program_same_input(program, function, a, b, VT_ROLE_IV) &&
           vt_program_same_input(program, function, a, b, VT_ROLE_KEY) &&
           !vt_program_same_input(program, function, a, b, VT_ROLE_PAYLOAD) &&
           !are_alternatives(check, function, a, b);
}

/* Looks for an encryption, or what else CLASS_NAME is, before REF in its function; what that
 * repeats is MESSAGE. */
static bool repeats_another(struct vt_check *check, struct vt_event_ref ref, const char *class_name,
                            const char *message) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_unit *unit;
    const struct vt_function *f = vt_program_function(program, ref.function, &unit);
    const struct vt_trace *trace = vt_trace_role(program, ref, VT_ROLE_IV, NULL, VT_ABOUT_DATA);
    const struct vt_source *source = first_that_varies(trace);
    for (uint32_t e = 0; source && e < ref.event; e++) {
        if (f->events[e].fact != VT_FACT_EFFECT ||
            !vt_class_is(vt_string(unit->strings, f->events[e].class_name), class_name) ||
            (strcmp(class_name, TO_ENCRYPT) == 0 &&
             !needs_new_nonce(program, (struct vt_event_ref){ref.function, e})) ||
            !is_pair(check, ref.function, e, ref.event))
            continue;
        tell(check, ref, &(struct reuse){message, 75, trace, source});
        return true;
    }
    return false;
}

/* ---- Loops ------------------------------------------------------------------------------- */

/* True if the way of SOURCE, which was brought once, leads into a loop: by a call that repeats, or
 * to an event that does. */
static bool leads_into_loop(struct vt_check *check, struct vt_event_ref ref,
                            const struct vt_trace *trace, const struct vt_source *source) {
    struct vt_program *program = vt_check_program(check);
    size_t count;
    const struct vt_flow_step *steps = vt_trace_steps(trace, source, vt_check_arena(check), &count);
    uint32_t in = source->function;
    for (size_t i = 0; i < count; i++) {
        bool is_call = steps[i].kind == VT_STEP_CALL, is_return = steps[i].kind == VT_STEP_RETURN;
        if (steps[i].kind == VT_STEP_GLOBAL)
            return false; /* who writes it may do so again and again */
        if (!is_call && !is_return)
            continue;
        if (vt_program_function(program, steps[i].function, NULL)->calls[steps[i].call].repeats)
            return is_call; /* and what is drawn in the loop may be new each time */
        in = is_call ? steps[i].callee : steps[i].function;
    }
    return in == ref.function && vt_program_event(program, ref, NULL)->repeats;
}

/* True if the key of REF is not drawn anew each time. */
static bool keeps_key(struct vt_program *program, struct vt_event_ref ref) {
    struct vt_material key;
    const struct vt_unit *unit;
    if (!vt_material_of(program, ref, VT_ROLE_KEY, &key))
        return false;
    return !key.strong || vt_program_event(program, key.strong->event, &unit)->bytes > 0;
}

/* Where the nonce of REF was drawn, and in *TRACE its way, if it has one source alone (what stands
 * beside it may be a counter, which looks like where it starts; but zeros that another function put
 * there stay zeros if nothing is added to them), nothing moves it on, and the key is not drawn anew
 * each time. Else NULL. */
static const struct vt_source *drawn_once(struct vt_program *program, struct vt_event_ref ref,
                                          const struct vt_trace **trace) {
    const struct vt_trace *all = vt_trace_role(program, ref, VT_ROLE_IV, NULL, 0);
    *trace = vt_trace_role(program, ref, VT_ROLE_IV, NULL, VT_ABOUT_DATA);
    size_t count = 0;
    int64_t number;
    const struct vt_source *sources = *trace ? vt_trace_sources(*trace, &count) : NULL;
    const struct vt_source *drawn = NULL;
    const struct vt_unit *unit;
    for (size_t i = 0; i < count; i++) {
        if (sources[i].function != ref.function && vt_source_number(&sources[i], &number) &&
            number == 0)
            continue;
        if (drawn || !vt_is_drawn(program, &sources[i]))
            return NULL;
        drawn = &sources[i];
    }
    if (!drawn || !vt_program_event(program, drawn->event, &unit)->bytes || !all ||
        vt_trace_tags(all) & MOVED_ON || !keeps_key(program, ref))
        return NULL;
    return drawn;
}

static void look_for_loop(struct vt_check *check, struct vt_event_ref ref) {
    const struct vt_trace *trace;
    const struct vt_source *source = drawn_once(vt_check_program(check), ref, &trace);
    if (!source || vt_trace_passes_variable(trace) || !leads_into_loop(check, ref, trace, source))
        return;
    tell(check, ref,
         &(struct reuse){"All messages of a loop are encrypted under the same key and nonce.", 75,
                         trace, source});
}

/* ---- Variables --------------------------------------------------------------------------- */

/* The variable that the last of the way of SOURCE is kept in: its name, or NULL. */
static const char *kept_in(struct vt_check *check, const struct vt_trace *trace,
                           const struct vt_source *source) {
    size_t count;
    const struct vt_flow_step *steps = vt_trace_steps(trace, source, vt_check_arena(check), &count);
    const char *name = NULL;
    for (size_t i = 0; i < count; i++)
        if (steps[i].kind == VT_STEP_GLOBAL)
            name = steps[i].name;
    return name;
}

/* True if F changes the variable that PREDICATE asks about. */
static bool is_switch(const struct vt_function *f, uint32_t predicate) {
    for (uint32_t e = 0; e < f->nedges; e++) {
        const struct vt_node *from = &f->nodes[f->edges[e].from], *to = &f->nodes[f->edges[e].to];
        if (from->kind != VT_NODE_GLOBAL || to->kind != VT_NODE_SUBJECT || to->ref != predicate)
            continue;
        uint32_t count;
        const struct vt_edge *writes = vt_function_edges(f, f->edges[e].from, &count);
        for (uint32_t w = 0; w < count; w++) {
            uint8_t by = f->nodes[writes[w].from].kind;
            if (by == VT_NODE_CONSTANT || by == VT_NODE_OUTCOME)
                return true;
        }
    }
    return false;
}

/* True if DRAWN stands under a switch that the function turns then, and REF, of the same function,
 * is done in any case. */
static bool is_drawn_at_first(struct vt_check *check, struct vt_event_ref ref,
                              struct vt_event_ref drawn) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_function *f = vt_program_function(program, ref.function, NULL);
    size_t count, always;
    const struct vt_condition_ref *conditions = vt_program_conditions(
        program, ref.function, f->events[drawn.event].guards, vt_check_arena(check), &count);
    const struct vt_condition_ref *others = vt_program_conditions(
        program, ref.function, f->events[ref.event].guards, vt_check_arena(check), &always);
    for (size_t i = 0; i < count; i++) {
        bool is_needed = false;
        for (size_t k = 0; k < always; k++)
            is_needed |= others[k].predicate == conditions[i].predicate && others[k].always;
        if (conditions[i].always && !is_needed && is_switch(f, conditions[i].predicate))
            return true;
    }
    return false;
}

/* True if some caller calls FUNCTION again and again; in *IN which. */
static bool is_repeated(struct vt_program *program, uint32_t function, uint32_t *in) {
    const struct vt_site *sites;
    size_t count = vt_program_callers(program, function, &sites);
    for (size_t i = 0; i < count; i++) {
        const struct vt_function *caller = vt_program_function(program, sites[i].function, NULL);
        if (!caller->calls[sites[i].call].repeats)
            continue;
        *in = sites[i].function;
        return true;
    }
    return false;
}

static bool calls(struct vt_program *program, uint32_t caller, uint32_t function) {
    const struct vt_site *sites;
    size_t count = vt_program_callers(program, function, &sites);
    for (size_t i = 0; i < count; i++)
        if (sites[i].function == caller)
            return true;
    return false;
}

/* True if CALLER calls FUNCTION again and again. */
static bool calls_again(struct vt_program *program, uint32_t caller, uint32_t function) {
    const struct vt_site *sites;
    size_t count = vt_program_callers(program, function, &sites);
    for (size_t i = 0; i < count; i++)
        if (sites[i].function == caller &&
            vt_program_function(program, caller, NULL)->calls[sites[i].call].repeats)
            return true;
    return false;
}

/* True if function DRAWS is done once for many times of USES: USES does not call it, and the
 * function that calls USES again and again does so once at most; or nobody of the program calls
 * USES, or what calls it through DEPTH others, which is for others to call as often as they like.
 */
static bool is_done_before(struct vt_program *program, uint32_t draws, uint32_t uses,
                           unsigned depth) {
    const struct vt_site *sites;
    uint32_t in = VT_NONE;
    if (draws == uses || calls(program, uses, draws))
        return false;
    size_t count = vt_program_callers(program, uses, &sites);
    if (count == 0)
        return true;
    if (is_repeated(program, uses, &in))
        return in != draws && !calls_again(program, in, draws);
    for (size_t i = 0; i < count; i++)
        if (depth == 0 || sites[i].function == uses ||
            !is_done_before(program, draws, sites[i].function, depth - 1))
            return false;
    return true;
}

static bool look_for_variable(struct vt_check *check, struct vt_event_ref ref) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_trace *trace;
    const struct vt_source *source = drawn_once(program, ref, &trace);
    if (!source || !kept_in(check, trace, source))
        return false;
    bool is_first =
        source->function == ref.function && is_drawn_at_first(check, ref, source->event);
    if (!is_first && !is_done_before(program, source->function, ref.function, CALLERS))
        return false;
    tell(check, ref,
         &(struct reuse){"A nonce is drawn once, kept, and used for all messages under one key.",
                         is_first ? 65 : 50, trace, source});
    return true;
}

/* ---- Peers ------------------------------------------------------------------------------- */

static bool is_from_peer(struct vt_program *program, const struct vt_source *source) {
    return vt_source_is(program, source, VT_FACT_ORIGIN, "network") ||
           (vt_source_is(program, source, VT_FACT_ORIGIN, "io.read") &&
            vt_handle_is(program, source->event, "socket"));
}

/* True if SOURCE is the handle that ORIGIN reads from: what was put into it before comes out, too.
 */
static bool is_handle(struct vt_program *program, const struct vt_source *origin,
                      const struct vt_source *source) {
    return vt_has_source(vt_trace_value(program, origin->event, VT_ROLE_HANDLE, 0), source);
}

/* The source of TRACE that a peer sent, if there is nothing else; or NULL. */
static const struct vt_source *find_sent(struct vt_program *program, const struct vt_trace *trace) {
    size_t count = 0;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    const struct vt_source *sent = NULL;
    for (size_t i = 0; i < count && !sent; i++)
        if (is_from_peer(program, &sources[i]))
            sent = &sources[i];
    for (size_t i = 0; i < count && sent; i++)
        if (!is_from_peer(program, &sources[i]) && !is_handle(program, sent, &sources[i]))
            return NULL;
    return sent;
}

/* The same of one way into the function of REF. */
static const struct vt_source *find_sent_at(struct vt_check *check, struct vt_event_ref ref,
                                            const struct vt_trace *trace) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_asked asked = {ref, VT_ROLE_IV, NULL, VT_ABOUT_DATA, false};
    size_t count = 0, nsteps;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++) {
        if (!is_from_peer(program, &sources[i]))
            continue;
        const struct vt_flow_step *steps =
            vt_trace_steps(trace, &sources[i], vt_check_arena(check), &nsteps);
        if (find_sent(program, vt_trace_role_at(program, &asked, steps, nsteps)))
            return &sources[i];
    }
    return NULL;
}

/* What others send is repeated if they like it. */
static bool look_for_peer(struct vt_check *check, struct vt_event_ref ref) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_trace *all = vt_trace_role(program, ref, VT_ROLE_IV, NULL, 0);
    const struct vt_trace *trace = vt_trace_role(program, ref, VT_ROLE_IV, NULL, VT_ABOUT_DATA);
    const struct vt_source *sent = find_sent_at(check, ref, trace);
    if (!sent || !all || vt_trace_tags(all) & MOVED_ON || !keeps_key(program, ref))
        return false;
    tell(check, ref,
         &(struct reuse){"The other side says which nonce a message is encrypted with: it can have "
                         "the same one again.",
                         55, trace, sent});
    return true;
}

/* ---- Counters ---------------------------------------------------------------------------- */

/* The way of the nonce of REF, if it is a number that the program keeps and counts up, from
 * constants alone; else NULL. */
static const struct vt_trace *find_counter(struct vt_program *program, struct vt_event_ref ref) {
    const struct vt_trace *all = vt_trace_role(program, ref, VT_ROLE_IV, NULL, 0);
    const struct vt_trace *trace = vt_trace_role(program, ref, VT_ROLE_IV, NULL, VT_ABOUT_DATA);
    size_t count = 0;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    if (!count || !all || vt_trace_is_cut(all) || first_that_varies(trace) ||
        first_that_varies(all) || vt_trace_tags(all) & ~(uint32_t)OF_COUNTER)
        return NULL;
    for (size_t i = 0; i < count; i++)
        if (sources[i].constant->kind != VT_CONSTANT_INT &&
            sources[i].constant->kind != VT_CONSTANT_BYTES)
            return NULL;
    return vt_trace_passes_variable(trace) || vt_trace_tags(trace) & VT_TAG_ARITHMETIC ? trace
                                                                                       : NULL;
}

/* True if SOURCE, beside a count, is another for each message that REF encrypts. */
static bool is_new_each_time(struct vt_program *program, struct vt_event_ref ref,
                             const struct vt_source *source) {
    if (vt_source_is(program, source, VT_FACT_ORIGIN, "random"))
        return !is_done_before(program, source->function, ref.function, CALLERS);
    return source->kind == VT_SOURCE_EXTERNAL ||
           (source->kind == VT_SOURCE_EVENT &&
            !vt_source_is(program, source, VT_FACT_ORIGIN, "count") &&
            vt_program_event(program, source->event, NULL)->fact != VT_FACT_ALLOC);
}

/* A count that is cut to a few bits before it becomes the nonce: it begins anew when they are used
 * up. */
static bool look_for_cut(struct vt_check *check, struct vt_event_ref ref) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_trace *trace = vt_trace_role(program, ref, VT_ROLE_IV, NULL, VT_ABOUT_DATA);
    size_t nsources = 0;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &nsources) : NULL;
    const struct vt_source *cut = vt_find_source(program, trace, VT_FACT_ORIGIN, "count");
    for (size_t i = 0; i < nsources; i++)
        if (is_new_each_time(program, ref, &sources[i]))
            return false;
    if (!cut || vt_trace_is_cut(trace) || vt_trace_tags(trace) & (VT_TAG_HASH | VT_TAG_ENCRYPT) ||
        !keeps_key(program, ref))
        return false;
    tell(check, ref,
         &(struct reuse){vt_alloc_format(vt_check_arena(check),
                                         "The count that is the nonce is cut to %s bits, and comes "
                                         "again after as many messages as they can tell apart.",
                                         vt_event_value(program, cut->event)),
                         55, trace, cut});
    return true;
}

/* True if SOURCE of a key is the same when the program starts again. */
static bool is_lasting(struct vt_program *program, const struct vt_source *source) {
    return vt_source_is(program, source, VT_FACT_ORIGIN, "environment") ||
           vt_source_is(program, source, VT_FACT_ORIGIN, "file") ||
           (vt_source_is(program, source, VT_FACT_ORIGIN, "io.read") &&
            vt_handle_is(program, source->event, "file"));
}

/* The source of the key of REF, if all of them last; else NULL. */
static const struct vt_source *find_lasting(struct vt_program *program, struct vt_event_ref ref) {
    size_t count = 0;
    const struct vt_trace *trace = vt_trace_role(program, ref, VT_ROLE_KEY, NULL, 0);
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    const struct vt_source *found = NULL;
    for (size_t i = 0; i < count; i++) {
        bool is_handle = vt_source_is(program, &sources[i], VT_FACT_ALLOC, "file") ||
                         vt_source_is(program, &sources[i], VT_FACT_ALLOC, "memory");
        if (is_lasting(program, &sources[i]))
            found = &sources[i];
        else if (sources[i].kind != VT_SOURCE_CONSTANT && !is_handle)
            return NULL;
    }
    return trace && !vt_trace_is_cut(trace) ? found : NULL;
}

/* True if FUNCTION, which sets a counter back, is done in the course of encryption by USES: called
 * by it, or again and again by another, and no key is drawn there or as often. */
static bool sets_back(struct vt_program *program, uint32_t function, uint32_t uses,
                      const struct vt_trace *key) {
    size_t count;
    uint32_t in = VT_NONE;
    const struct vt_source *sources = vt_trace_sources(key, &count);
    if (function == uses || !*vt_program_function_name(program, function) ||
        (!calls(program, uses, function) && !is_repeated(program, function, &in)))
        return false;
    for (size_t i = 0; i < count; i++) {
        uint32_t draws = sources[i].function, again;
        if (sources[i].kind == VT_SOURCE_CONSTANT)
            continue;
        if (sources[i].kind != VT_SOURCE_EVENT || draws == function ||
            calls(program, function, draws) || (in == VT_NONE && calls(program, draws, function)) ||
            vt_program_event(program, sources[i].event, NULL)->repeats ||
            is_repeated(program, draws, &again) || (draws != in && calls(program, in, draws)))
            return false;
    }
    return count > 0;
}

/* A counter that begins anew with every start, or is set back, under a key that is not. */
static bool look_for_counter(struct vt_check *check, struct vt_event_ref ref) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_trace *counter = find_counter(program, ref);
    const struct vt_trace *key = vt_trace_role(program, ref, VT_ROLE_KEY, NULL, VT_ABOUT_DATA);
    if (!counter || !key || vt_trace_is_cut(key))
        return false;
    size_t count;
    const struct vt_source *sources = vt_trace_sources(counter, &count);
    for (size_t i = 0; i < count && count > 1; i++) {
        if (!sets_back(program, sources[i].function, ref.function, key))
            continue;
        tell(check, ref,
             &(struct reuse){"The counter that is the nonce is set back while the key stays.", 55,
                             counter, &sources[i]});
        return true;
    }
    const struct vt_source *lasting = find_lasting(program, ref);
    if (!lasting || !vt_trace_passes_variable(counter))
        return false;
    tell(check, ref,
         &(struct reuse){"The counter that is the nonce begins anew with every start of the "
                         "program, and the key is the same.",
                         50, key, lasting});
    return true;
}

/* ---- Names ------------------------------------------------------------------------------- */

/* True if SOURCE is a name that somebody gave: text of the program, or what stands on the command
 * line, in a variable of the environment or in a directory. */
static bool is_name(struct vt_program *program, const struct vt_source *source) {
    static const char *const classes[] = {"argument", "environment", "file.name", "host.identity",
                                          "host.user"};
    if (source->kind == VT_SOURCE_CONSTANT)
        return source->constant->kind == VT_CONSTANT_TEXT && *vt_source_text(source);
    if (source->kind == VT_SOURCE_PARAMETER)
        return vt_program_is_main(program, source->function);
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++)
        if (vt_source_is(program, source, VT_FACT_ORIGIN, classes[i]))
            return true;
    return false;
}

/* A nonce that is the digest of a name, and of nothing else: what is encrypted is not in it, and no
 * key, so that each message of that name has the same. Names that are all of the program are told
 * by crypto/constant-nonce. */
static bool look_for_name(struct vt_check *check, struct vt_event_ref ref) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_trace *all = vt_trace_role(program, ref, VT_ROLE_IV, NULL, 0);
    const struct vt_trace *trace = vt_trace_role(program, ref, VT_ROLE_IV, NULL, VT_ABOUT_DATA);
    size_t count = 0;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    const struct vt_source *name = NULL;
    if (!all || vt_trace_is_cut(all) ||
        vt_trace_tags(all) & (VT_TAG_ARITHMETIC | VT_TAG_ENCRYPT | VT_TAG_SECRET_KEYED))
        return false;
    for (size_t i = 0; i < count; i++) {
        if (!is_name(program, &sources[i]) || !(sources[i].tags & VT_TAG_HASH))
            return false;
        if (sources[i].kind != VT_SOURCE_CONSTANT)
            name = &sources[i];
    }
    if (!name || !keeps_key(program, ref) ||
        vt_has_source(vt_trace_role(program, ref, VT_ROLE_KEY, NULL, VT_ABOUT_DATA), name))
        return false;
    tell(check, ref,
         &(struct reuse){"The nonce is the digest of a name alone: all messages of that name are "
                         "encrypted with the same.",
                         50, trace, name});
    return true;
}

/* ---- Nonces of the key ------------------------------------------------------------------- */

/* Bytes of an object, from BEGIN on. */
struct bytes {
    uint32_t object; /* node, and what leads from it to the object: */
    const struct vt_range *path;
    unsigned count;
    int32_t begin;
};

/* What EDGE brings, as bytes or one by one, in *BYTES; false if that is not known, or changed. */
static bool find_bytes(const struct vt_unit *unit, const struct vt_edge *edge,
                       struct bytes *bytes) {
    const struct vt_rewrite *rewrite = &unit->rewrites[edge->rewrite];
    *bytes = (struct bytes){edge->from, rewrite->take, rewrite->ntake, 0};
    if (edge->tags)
        return false;
    if (rewrite->flags == VT_REWRITE_EXACT && rewrite->ntake && rewrite->nput == 1 &&
        rewrite->put[0].low >= 0) {
        bytes->count--;
        bytes->begin = rewrite->take[bytes->count].low - rewrite->put[0].low;
        return bytes->begin >= 0;
    }
    if (rewrite->flags & VT_REWRITE_SHIFT)
        bytes->begin = -rewrite->delta;
    return !rewrite->nput &&
           (rewrite->flags | VT_REWRITE_SHIFT) == (VT_REWRITE_MEMORY | VT_REWRITE_SHIFT);
}

/* True if A and B of F bring the same bytes of one object: not others that lie behind a short key,
 * nothing behind pointers of which it is not known which they are, and no constant, which says
 * nothing of what stands beside it. */
static bool are_same_bytes(const struct vt_unit *unit, const struct vt_function *f,
                           const struct vt_edge *a, const struct vt_edge *b) {
    enum { SHORTEST_KEY = 8, POINTER = 8 };
    struct bytes first, second;
    if (!find_bytes(unit, a, &first) || !find_bytes(unit, b, &second) ||
        first.object != second.object || first.count != second.count ||
        f->nodes[first.object].kind == VT_NODE_CONSTANT)
        return false;
    for (unsigned i = 0; i < first.count; i++)
        if (!vt_range_equal(first.path[i], second.path[i]) ||
            (int64_t)first.path[i].high - first.path[i].low > POINTER)
            return false;
    return second.begin - first.begin > -SHORTEST_KEY && second.begin - first.begin < SHORTEST_KEY;
}

/* True if all that is known of the nonce of REF is that it is bytes of the key, and this was told.
 */
static bool look_for_key(struct vt_check *check, struct vt_event_ref ref) {
    const struct vt_unit *unit;
    const struct vt_function *f = vt_program_function(vt_check_program(check), ref.function, &unit);
    uint32_t count, keys;
    const struct vt_edge *nonce =
        vt_function_edges_to(f, (struct vt_node){VT_NODE_IN, VT_ROLE_IV_BYTES, ref.event}, &count);
    const struct vt_edge *key =
        vt_function_edges_to(f, (struct vt_node){VT_NODE_IN, VT_ROLE_KEY_BYTES, ref.event}, &keys);
    bool is_key = false;
    for (uint32_t n = 0; n < count; n++) {
        bool is_same = false;
        for (uint32_t k = 0; k < keys && !is_same; k++)
            is_same = are_same_bytes(unit, f, &key[k], &nonce[n]);
        if (!is_same)
            return false;
        is_key = true;
    }
    if (is_key)
        tell(
            check, ref,
            &(struct reuse){"The nonce or initialisation vector is made of bytes of the key: it is "
                            "the same for each message, and tells of the key where it is sent.",
                            60, NULL, NULL});
    return is_key;
}

/* ---- Signatures -------------------------------------------------------------------------- */

/* The secret number of a signature that was drawn once; reckoned with, it is as good as the same.
 */
static void look_at_signature(struct vt_check *check, struct vt_event_ref ref) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_trace *trace = vt_trace_role(program, ref, VT_ROLE_IV, NULL, VT_ABOUT_DATA);
    if (!trace || repeats_another(check, ref, TO_SIGN,
                                  "Two messages are signed with the same secret number: whoever "
                                  "has both has the key."))
        return;
    size_t count;
    const struct vt_source *source = NULL;
    const struct vt_source *sources = vt_trace_sources(trace, &count);
    for (size_t i = 0; i < count; i++) {
        if (sources[i].kind == VT_SOURCE_CONSTANT)
            continue;
        if (source || !vt_is_drawn(program, &sources[i]) || sources[i].tags & DERIVED)
            return;
        source = &sources[i];
    }
    if (source && !vt_trace_is_cut(trace) && !vt_trace_passes_variable(trace) &&
        !vt_program_event(program, source->event, NULL)->repeats &&
        leads_into_loop(check, ref, trace, source))
        tell(check, ref,
             &(struct reuse){"All messages of a loop are signed with the same secret number: "
                             "whoever has two has the key.",
                             75, trace, source});
}

/* A stream that the program makes itself, and whose counter stands still or is one byte. */
static void look_at_stream(struct vt_check *check, struct vt_event_ref ref) {
    bool counts = strcmp(vt_event_value(vt_check_program(check), ref), "byte") == 0;
    struct vt_finding *finding = vt_finding_new(check, ref);
    vt_finding_message(check, finding, "%s",
                       counts ? "The key stream of a cipher is the same again after 256 blocks: "
                                "of its counter one byte alone is counted."
                              : "The key stream of a cipher is the same for each block: nothing "
                                "that it is made of goes on.");
    vt_finding_path(check, finding, NULL, NULL, NULL, "Data are covered in this loop");
    vt_finding_send(check, finding, counts ? 45 : 60);
}

/* The counter that a cipher in counter mode is told to go on from. */
static void look_at_counter(struct vt_check *check, struct vt_event_ref ref) {
    if (strcmp(vt_event_value(vt_check_program(check), ref), "CTR") == 0 &&
        !look_for_variable(check, ref))
        look_for_loop(check, ref);
}

static void run(struct vt_check *check) {
    struct vt_program *program = vt_check_program(check);
    size_t count;
    vt_check_each(check, VT_FACT_EFFECT, "scramble.stalled", look_at_stream);
    vt_check_each(check, VT_FACT_EFFECT, TO_SIGN, look_at_signature);
    vt_check_each(check, VT_FACT_EFFECT, "crypto.nonce", look_at_counter);
    struct vt_event_ref *refs =
        vt_program_events(program, VT_FACT_EFFECT, TO_ENCRYPT, vt_check_arena(check), &count);
    for (size_t i = 0; i < count; i++)
        if (!look_for_key(check, refs[i]) && needs_new_nonce(program, refs[i]) &&
            !repeats_another(check, refs[i], TO_ENCRYPT,
                             "Two messages are encrypted under the same key and nonce.") &&
            !look_for_variable(check, refs[i]) && !look_for_name(check, refs[i]) &&
            !look_for_peer(check, refs[i]) && !look_for_cut(check, refs[i]) &&
            !look_for_counter(check, refs[i]))
            look_for_loop(check, refs[i]);
}

const struct vt_rule vt_crypto_reused_nonce = {
    .id = "crypto/reused-nonce",
    .name = "ReusedNonce",
    .summary = "A nonce is used for more than one message under one key",
    .description =
        "GCM, CCM, OCB, ChaCha20 and Salsa20 fall when two messages are encrypted under one key "
        "and one nonce: the difference of the messages shows, and whoever sees both can often "
        "forge more. The nonce is drawn or received once, and reaches two encryptions of a "
        "function, or one in a loop, without being changed on the way. Or the program makes a key "
        "stream itself, and covers each block with the same.",
    .help = "Draw a nonce for each message, or count one up for each.",
    .cwe = "CWE-323",
    .precision = "high",
    .severity = 7.5,
    .run = run,
};

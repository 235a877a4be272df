/* crypto/entropy-dropped: what was drawn from a generator, or given to one, reaches nothing.
 *
 *     static void add(const unsigned char *bytes, size_t n) {
 *         count += n;                                  // and the bytes?
 *         pool[count % sizeof pool] ^= getpid();
 *     }
 *
 *     getrandom(bytes, sizeof bytes, 0);
 *     add(bytes, sizeof bytes);
 *
 * Bytes are followed forwards, through functions and across units. Also: they are overwritten
 * before anybody looked at them; a function that OpenSSL is told to give entropy to ignores it, and
 * so does one of the program's own with a key or nonce, by the name of its parameter.
 * Not caught: bytes that are stored and never read again, and a part of them; draws that a check of
 * the same call looks at (RAND_bytes).
 */
#include <strings.h>

#include "checkers/shared/crypto/material.h"
#include "checkers/shared/near.h"
#include "engine/base/arena.h"
#include "engine/base/strings.h"

enum {
    MOST_PLACES = 256, /* what takes more to follow is taken for used */
    PROBE = 4,         /* bytes: fewer only ask whether there are any */
    ADDED = 3,         /* parameters: what is added, its length, and how much entropy it has */
};

/* A place that bytes are at, in FUNCTION: what node KIND of REF and INDEX holds. */
struct place {
    uint32_t function;
    enum vt_node_kind kind;
    uint32_t ref, index;
    bool is_beneath; /* a pointer to them is there; else they are the value itself */
};

struct walk {
    struct vt_program *program;
    struct place places[MOST_PLACES];
    size_t count;
    bool is_used; /* or that is not known */
};

static void add_place(struct walk *walk, struct place place) {
    for (size_t i = 0; i < walk->count; i++) {
        const struct place *had = &walk->places[i];
        if (had->function == place.function && had->kind == place.kind && had->ref == place.ref &&
            had->index == place.index && had->is_beneath == place.is_beneath)
            return;
    }
    if (walk->count == MOST_PLACES)
        walk->is_used = true;
    else
        walk->places[walk->count++] = place;
}

/* ---- One step further -------------------------------------------------------------------- */

static void enter(struct walk *walk, uint32_t function, const struct vt_node *argument,
                  bool is_beneath) {
    const uint32_t *targets;
    size_t count =
        vt_program_targets(walk->program, (struct vt_site){function, argument->ref}, &targets);
    walk->is_used |= count == 0;
    for (size_t i = 0; i < count; i++) {
        walk->is_used |=
            argument->index >= vt_program_function(walk->program, targets[i], NULL)->nparams;
        add_place(walk, (struct place){targets[i], VT_NODE_FORMAL, 0, argument->index, is_beneath});
    }
}

/* What FUNCTION hands to those who call it, as PLACE says but for whose it is. */
static void leave(struct walk *walk, uint32_t function, struct place place) {
    const struct vt_site *callers;
    size_t count = vt_program_callers(walk->program, function, &callers);
    uint32_t flags = vt_program_function(walk->program, function, NULL)->flags;
    walk->is_used |= count == 0 || flags & VT_FUNCTION_EXPORTED;
    for (size_t i = 0; i < count; i++) {
        const struct vt_function *caller =
            vt_program_function(walk->program, callers[i].function, NULL);
        walk->is_used |= caller->calls[callers[i].call].is_callback; /* by a library */
        place.function = callers[i].function;
        place.ref = callers[i].call;
        add_place(walk, place);
    }
}

static void arrive(struct walk *walk, uint32_t function, const struct vt_node *node,
                   bool is_beneath) {
    struct place place = {function, (enum vt_node_kind)node->kind, node->ref, node->index,
                          is_beneath};
    switch (node->kind) {
    case VT_NODE_ARGUMENT:
        enter(walk, function, node, is_beneath);
        break;
    case VT_NODE_RETURN:
        place.kind = VT_NODE_RESULT;
        leave(walk, function, place);
        break;
    case VT_NODE_OUT:
        place.kind = VT_NODE_EFFECT;
        leave(walk, function, place);
        break;
    case VT_NODE_HUB:
        add_place(walk, place);
        break;
    default:
        walk->is_used = true;
    }
}

/* True if FUNCTION hands out a pointer to what it knows of, by TO: its result, or memory beneath a
 * parameter. */
static bool hands_out_room(const struct walk *walk, uint32_t function, struct vt_node to) {
    const struct vt_unit *unit;
    const struct vt_function *f = vt_program_function(walk->program, function, &unit);
    uint32_t count;
    const struct vt_edge *edges = vt_function_edges_to(f, to, &count);
    for (uint32_t e = 0; e < count; e++) {
        uint8_t from = f->nodes[edges[e].from].kind;
        const struct vt_rewrite *rewrite = &unit->rewrites[edges[e].rewrite];
        if (rewrite->flags & VT_REWRITE_MEMORY && (to.kind == VT_NODE_RETURN || rewrite->nput) &&
            (from == VT_NODE_FORMAL || from == VT_NODE_HUB || from == VT_NODE_GLOBAL))
            return true;
    }
    return false;
}

/* True if one of FUNCTION's calls gives it a room that it may store into: what it stores there is
 * not in its facts. */
static bool may_store_away(const struct walk *walk, uint32_t function) {
    const struct vt_function *f = vt_program_function(walk->program, function, NULL);
    for (uint32_t c = 0; c < f->ncalls; c++) {
        const uint32_t *targets;
        size_t count = vt_program_targets(walk->program, (struct vt_site){function, c}, &targets);
        for (size_t i = 0; i < count; i++) {
            uint32_t nparams = vt_program_function(walk->program, targets[i], NULL)->nparams;
            bool does = hands_out_room(walk, targets[i], (struct vt_node){.kind = VT_NODE_RETURN});
            for (uint32_t p = 0; p < nparams && !does; p++)
                does =
                    hands_out_room(walk, targets[i], (struct vt_node){VT_NODE_OUT, (uint8_t)p, 0});
            if (does)
                return true;
        }
    }
    return false;
}

/* True if PLACE lies beneath a pointer that another call gave: what reads it there is not known. */
static bool is_in_room(const struct vt_function *f, const struct place *place) {
    uint32_t count;
    const struct vt_edge *edges = vt_function_edges_to(
        f, (struct vt_node){VT_NODE_ARGUMENT, (uint8_t)place->index, place->ref}, &count);
    for (uint32_t e = 0; place->kind == VT_NODE_EFFECT && e < count; e++) {
        const struct vt_node *from = &f->nodes[edges[e].from];
        if ((from->kind == VT_NODE_RESULT || from->kind == VT_NODE_EFFECT) &&
            from->ref != place->ref)
            return true;
    }
    return false;
}

/* True if REWRITE takes from PLACE the pointer alone along, and not what it points to. */
static bool is_pointer_alone(const struct place *place, const struct vt_rewrite *rewrite) {
    return place->kind == VT_NODE_FORMAL && place->is_beneath && !rewrite->ntake &&
           rewrite->flags & VT_REWRITE_EXACT;
}

/* True if what comes by REWRITE from PLACE lies beneath where it arrives. */
static bool comes_beneath(const struct place *place, const struct vt_rewrite *rewrite) {
    return rewrite->nput || (place->is_beneath && !(rewrite->flags & VT_REWRITE_EXACT));
}

static bool is_at(const struct vt_node *node, const struct place *place) {
    bool has_index = place->kind == VT_NODE_FORMAL || place->kind == VT_NODE_EFFECT;
    bool has_ref = place->kind != VT_NODE_FORMAL;
    return node->kind == place->kind && (!has_ref || node->ref == place->ref) &&
           (!has_index || node->index == place->index);
}

static void follow(struct walk *walk, struct place place) {
    const struct vt_unit *unit;
    const struct vt_function *f = vt_program_function(walk->program, place.function, &unit);
    walk->is_used |= f->flags & VT_FUNCTION_CUT || is_in_room(f, &place);
    bool goes_on = false;
    for (uint32_t e = 0; e < f->nedges && !walk->is_used; e++) {
        const struct vt_rewrite *rewrite = &unit->rewrites[f->edges[e].rewrite];
        if (!is_at(&f->nodes[f->edges[e].from], &place) || is_pointer_alone(&place, rewrite))
            continue;
        goes_on = true;
        arrive(walk, place.function, &f->nodes[f->edges[e].to], comes_beneath(&place, rewrite));
    }
    walk->is_used |=
        !goes_on && place.kind == VT_NODE_FORMAL && may_store_away(walk, place.function);
}

/* Where what is at PLACE gets, and whether that may be anything that uses it. */
static const struct walk *walk_from(struct vt_check *check, struct place place) {
    struct walk *walk = vt_alloc(vt_check_arena(check), sizeof *walk);
    walk->program = vt_check_program(check);
    walk->places[0] = place;
    walk->count = 1;
    for (size_t i = 0; i < walk->count && !walk->is_used; i++)
        follow(walk, walk->places[i]);
    return walk;
}

/* ---- Where bytes come from --------------------------------------------------------------- */

/* True if FUNCTION makes something of what can be guessed. */
static bool makes_up(struct vt_program *program, uint32_t function) {
    const struct vt_unit *unit;
    const struct vt_function *f = vt_program_function(program, function, &unit);
    for (uint32_t e = 0; e < f->nevents; e++)
        if (f->events[e].fact == VT_FACT_ORIGIN &&
            vt_is_guessable(vt_string(unit->strings, f->events[e].class_name)))
            return true;
    return false;
}

static void look_at_draw(struct vt_check *check, struct vt_event_ref ref) {
    const struct vt_event *event = vt_program_event(vt_check_program(check), ref, NULL);
    const struct walk *walk =
        walk_from(check, (struct place){ref.function, VT_NODE_OUTCOME, ref.event, 0, false});
    if ((event->bytes && event->bytes <= PROBE) || walk->is_used)
        return;
    struct vt_finding *finding = vt_finding_new(check, ref);
    vt_finding_message(check, finding, "Random bytes are drawn, and reach nothing.");
    vt_finding_path(check, finding, NULL, NULL, NULL,
                    "They are drawn here, and whatever gets them ignores or overwrites them");
    bool made_up = false;
    for (size_t i = 0; i < walk->count; i++)
        made_up |= vt_near_below(vt_check_program(check), walk->places[i].function, makes_up, 1);
    if (made_up)
        vt_finding_evidence(check, finding, "made-up", 20,
                            "Something that can be guessed is used in the same place.");
    vt_finding_send(check, finding, 30);
}

static void look_at_read(struct vt_check *check, struct vt_event_ref ref) {
    if (vt_reads_generator(vt_check_program(check), ref))
        look_at_draw(check, ref);
}

/* ---- Functions that get entropy ---------------------------------------------------------- */

static void look_at_feed(struct vt_check *check, struct vt_event_ref ref) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_trace *trace = vt_trace_value(program, ref, VT_ROLE_CODE, VT_ABOUT_DATA);
    size_t count = 0;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++) {
        if (sources[i].kind != VT_SOURCE_FUNCTION ||
            vt_program_function(program, sources[i].function, NULL)->nparams != ADDED ||
            walk_from(check, (struct place){sources[i].function, VT_NODE_FORMAL, 0, 0, true})
                ->is_used)
            continue;
        struct vt_finding *finding = vt_finding_new(check, ref);
        vt_finding_message(check, finding,
                           "A generator's function that is given entropy, `%s`, ignores it.",
                           sources[i].name);
        vt_finding_path(check, finding, trace, &sources[i], "The function is named here",
                        "From here on it gets the entropy of all callers");
        vt_finding_send(check, finding, 65);
    }
}

/* ---- Parameters -------------------------------------------------------------------------- */

/* What makes a cipher, a code or a generator another one each time, by its name. */
static bool is_called_input(const char *name) {
    static const char *const names[] = {"key", "iv", "ivec", "nonce", "seed", "entropy", "salt"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcasecmp(name, names[i]) == 0)
            return true;
    return false;
}

/* True if F does nothing with parameter INDEX, and leaves what it points to as it is. */
static bool is_ignored(const struct vt_function *f, uint32_t index) {
    for (uint32_t e = 0; e < f->nedges; e++) {
        const struct vt_node *from = &f->nodes[f->edges[e].from], *to = &f->nodes[f->edges[e].to];
        bool is_taken = from->kind == VT_NODE_FORMAL && from->index == index;
        bool is_given = to->kind == VT_NODE_OUT && to->index == index;
        if (is_taken != is_given || (is_taken && f->edges[e].tags))
            return false;
    }
    return true;
}

/* True if F reckons with something, and hands out what it did not get so. */
static bool computes(const struct vt_function *f) {
    const uint32_t reckons = VT_TAG_ARITHMETIC | VT_TAG_XOR | VT_TAG_HASH | VT_TAG_ENCRYPT;
    bool reckoned = false, changed = false;
    for (uint32_t e = 0; e < f->nedges; e++) {
        const struct vt_node *from = &f->nodes[f->edges[e].from], *to = &f->nodes[f->edges[e].to];
        bool is_out = to->kind == VT_NODE_OUT;
        reckoned |= (is_out || to->kind == VT_NODE_HUB) && f->edges[e].tags & reckons;
        changed |= is_out && (from->kind != VT_NODE_FORMAL || f->edges[e].tags);
    }
    return reckoned && changed;
}

/* True if EDGE gives a call an element of a table that was chosen. */
static bool gives_element(const struct vt_unit *unit, const struct vt_function *f,
                          const struct vt_edge *edge) {
    return f->nodes[edge->to].kind == VT_NODE_ARGUMENT &&
           unit->rewrites[edge->rewrite].flags & VT_REWRITE_BLUR;
}

/* True if F has two elements of one table swapped: by what they were chosen is not told. */
static bool swaps(const struct vt_unit *unit, const struct vt_function *f) {
    for (uint32_t a = 0; a < f->nedges; a++)
        for (uint32_t b = 0; gives_element(unit, f, &f->edges[a]) && b < a; b++) {
            const struct vt_node *one = &f->nodes[f->edges[a].to],
                                 *other = &f->nodes[f->edges[b].to];
            if (gives_element(unit, f, &f->edges[b]) && f->edges[a].from == f->edges[b].from &&
                one->ref == other->ref && one->index != other->index)
                return true;
        }
    return false;
}

static void look_at_function(struct vt_check *check, uint32_t function) {
    const uint32_t others = VT_FUNCTION_CUT | VT_FUNCTION_ADDRESS_TAKEN | VT_FUNCTION_VARIADIC |
                            VT_FUNCTION_INITIALIZERS;
    const struct vt_unit *unit;
    const struct vt_function *f = vt_program_function(vt_check_program(check), function, &unit);
    if (f->flags & others || !f->nevents || vt_has_assembly(unit) || !computes(f))
        return;
    for (uint32_t p = 0; p < f->nparams; p++) {
        const char *name = vt_string(unit->strings, f->param_names[p]);
        if (!is_called_input(name) || !is_ignored(f, p) || swaps(unit, f))
            continue;
        struct vt_finding *finding = vt_finding_new(check, (struct vt_event_ref){function, 0});
        vt_finding_message(check, finding, "Nothing that `%s` does depends on its parameter `%s`.",
                           vt_program_function_name(vt_check_program(check), function), name);
        vt_finding_path(check, finding, NULL, NULL, NULL,
                        "The function does this without having looked at it");
        vt_finding_send(check, finding, 50);
    }
}

static void run(struct vt_check *check) {
    vt_check_each(check, VT_FACT_ORIGIN, "random.strong", look_at_draw);
    vt_check_each(check, VT_FACT_ORIGIN, "io.read", look_at_read);
    vt_check_each(check, VT_FACT_EFFECT, "random.feed", look_at_feed);
    for (uint32_t f = 0; f < vt_program_nfunctions(vt_check_program(check)); f++)
        look_at_function(check, f);
}

const struct vt_rule vt_crypto_entropy_dropped = {
    .id = "crypto/entropy-dropped",
    .name = "EntropyDropped",
    .summary = "Entropy is drawn or given, and reaches nothing",
    .description =
        "Random bytes are drawn and then ignored by whatever gets them, or overwritten before "
        "anybody looked; or a generator's function that is given entropy does not look at it. "
        "What is drawn later then depends on something else, such as the clock or a process id, "
        "and looks as random as before.",
    .help = "Let the bytes flow into the state of the generator, all of them.",
    .cwe = "CWE-331,CWE-332",
    .precision = "high",
    .severity = 8.0,
    .run = run,
};

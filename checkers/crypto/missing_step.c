/* crypto/missing-step: an object of a crypto library does its work before something that must come
 * first.
 *
 *     SHA256_Init(&context);
 *     SHA256_Final(digest, &context);                     // of what?
 *
 *     EVP_DecryptInit_ex(context, EVP_aes_256_gcm(), NULL, key, iv);
 *     EVP_DecryptUpdate(context, out, &n, in, size);
 *     EVP_CIPHER_CTX_free(context);                       // and the tag?
 *
 *     block[i] = key[i] ^ 0x36;                           // and 0x5c, of HMAC?
 *
 * Models say which step a call makes: it then stands in a field of the object, which calls carry
 * over functions and units as they do all fields. A step that some way makes is made: not caught is
 * one that is missing on some ways alone. What went to functions that nobody knows is not judged.
 */
#include <stdlib.h>
#include <string.h>

#include "checkers/shared/crypto/material.h"
#include "checkers/shared/verdict.h"
#include "engine/base/arena.h"
#include "engine/base/strings.h"

/* More are taken together. */
enum { MOST_CALLERS = 16 };

/* An object whose work begins where we see it, and the event that ends or goes on with it. */
struct work {
    struct vt_event_ref ref;
    const struct vt_trace *trace; /* to its beginning */
    const struct vt_source *begun;
    const struct vt_flow_step *steps; /* from its beginning to `ref` */
    size_t nsteps;
};

/* ---- What an object went through --------------------------------------------------------- */

static const struct vt_trace *role_of(struct vt_program *program, const struct work *work,
                                      enum vt_role role, uint32_t avoid) {
    struct vt_asked asked = {work->ref, role, NULL, avoid, true};
    return vt_trace_role_at(program, &asked, work->steps, work->nsteps);
}

/* True if the step in ROLE may have been made: on any way, by anybody, also by functions nobody
 * knows. */
static bool is_made(struct vt_program *program, const struct work *work, enum vt_role role) {
    const struct vt_trace *trace = role_of(program, work, role, 0);
    size_t count = 0;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        if (sources[i].kind != VT_SOURCE_CONSTANT) /* zeros that the object was before */
            return true;
    return trace && vt_trace_is_cut(trace);
}

static bool names_any(const char *name, const char *const *parts, size_t count) {
    for (size_t i = 0; i < count; i++)
        if (strcasestr(name, parts[i]))
            return true;
    return false;
}

/* True if SOURCE is what an object was that a function got, and did not begin: whatever its work is
 * begun with replaces that. */
static bool is_before(struct vt_program *program, const struct vt_source *source) {
    const struct vt_unit *unit;
    if (source->kind != VT_SOURCE_PARAMETER)
        return false;
    const struct vt_function *f = vt_program_function(program, source->function, &unit);
    for (uint32_t e = 0; e < f->nedges; e++) {
        const struct vt_node *from = &f->nodes[f->edges[e].from], *to = &f->nodes[f->edges[e].to];
        const struct vt_rewrite *rewrite = &unit->rewrites[f->edges[e].rewrite];
        if (from->kind == VT_NODE_FORMAL && from->index == source->index && !rewrite->ntake &&
            !rewrite->nput && to->kind == VT_NODE_IN && to->index == VT_ROLE_HANDLE)
            return true;
    }
    return false;
}

/* The name of an algorithm that SOURCE is, NULL if it is none: numbers that stand beside names tell
 * nothing, nor do objects of a library beside theirs. */
static const char *algorithm_name(struct vt_program *program, const struct vt_source *source) {
    const char *name = vt_source_text(source);
    if (vt_source_is(program, source, VT_FACT_ORIGIN, "algorithm"))
        return vt_event_value(program, source->event);
    bool tells_nothing = (source->kind == VT_SOURCE_CONSTANT && !*name) ||
                         is_before(program, source) ||
                         vt_source_is(program, source, VT_FACT_ALLOC, "crypto");
    return tells_nothing ? NULL : name;
}

/* True if the algorithm is known, and whichever it may be has one of PARTS in its name. */
static bool all_named(struct vt_program *program, const struct work *work, const char *const *parts,
                      size_t nparts) {
    size_t count = 0, named = 0;
    const struct vt_trace *trace = role_of(program, work, VT_ROLE_ALGORITHM, VT_ABOUT_DATA);
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++) {
        const char *name = algorithm_name(program, &sources[i]);
        if (name && !names_any(name, parts, nparts))
            return false;
        named += name != NULL;
    }
    return named > 0;
}

static bool is_authenticated(struct vt_program *program, const struct work *work) {
    static const char *const parts[] = {"GCM", "CCM", "OCB", "POLY1305", "EAX"};
    return all_named(program, work, parts, sizeof parts / sizeof *parts);
}

static bool takes_vector(struct vt_program *program, const struct work *work) {
    static const char *const parts[] = {"CBC", "CFB", "OFB",      "CTR",     "GCM",
                                        "CCM", "OCB", "POLY1305", "CHACHA20"};
    return all_named(program, work, parts, sizeof parts / sizeof *parts);
}

/* ---- Where work begins ------------------------------------------------------------------- */

typedef void (*visit_work)(struct vt_check *check, const struct work *work, void *context);

static bool is_step(struct vt_program *program, const struct vt_source *source) {
    return vt_source_is(program, source, VT_FACT_ORIGIN, "step");
}

/* Shows VISIT each beginning of the object of REF that TRACE leads to. */
static void visit_trace(struct vt_check *check, struct vt_event_ref ref,
                        const struct vt_trace *trace, visit_work visit, void *context) {
    struct vt_program *program = vt_check_program(check);
    size_t count = 0;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    if (!trace || vt_trace_is_cut(trace))
        return;
    for (size_t i = 0; i < count; i++) {
        struct work work = {ref, trace, &sources[i], NULL, 0};
        if (!is_step(program, &sources[i]))
            continue;
        work.steps = vt_trace_steps(trace, &sources[i], vt_check_arena(check), &work.nsteps);
        visit(check, &work, context);
    }
}

/* Shows VISIT each beginning of the object of REF: those who call its function each have objects
 * of their own. */
static void visit_begun(struct vt_check *check, struct vt_event_ref ref, visit_work visit,
                        void *context) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_site *callers;
    size_t ncallers = vt_program_callers(program, ref.function, &callers);
    if (ncallers < 2 || ncallers > MOST_CALLERS) {
        visit_trace(check, ref, vt_trace_value(program, ref, VT_ROLE_RIGHT, VT_ABOUT_DATA), visit,
                    context);
        return;
    }
    struct vt_asked asked = {ref, VT_ROLE_RIGHT, NULL, VT_ABOUT_DATA, true};
    for (size_t i = 0; i < ncallers; i++) {
        struct vt_flow_step call = {.kind = VT_STEP_CALL,
                                    .function = callers[i].function,
                                    .location = VT_NONE,
                                    .callee = ref.function,
                                    .call = callers[i].call};
        visit_trace(check, ref, vt_trace_role_at(program, &asked, &call, 1), visit, context);
    }
}

/* ---- Work before its step ---------------------------------------------------------------- */

struct need {
    const char *class_name, *message, *first, *last;
    int base;
    bool has_uses; /* as it is */
    bool (*applies)(struct vt_program *program, const struct work *work);
};

static const struct need needs[] = {
    {"step.digest", "A digest is ended that no data were given to: it tells nothing about any.",
     "The digest begins here", "It ends here, with nothing in it", 35, true, NULL},
    {"step.mac", "A message authentication code is made of nothing: no data were given to it.",
     "The code begins here", "It ends here, with nothing in it", 65, false, NULL},
    {"step.key", "A key is derived from nothing: no data were given to the digest it comes from.",
     "The digest begins here", "The key comes from it here", 65, false, NULL},
    {"step.sign", "A signature is made or verified over nothing: no data were given before.",
     "It begins here", "It ends here, with nothing in it", 65, false, NULL},
    {"step.encrypt", "A cipher encrypts that no key was given to.", "The cipher begins here",
     "It is used here", 60, false, NULL},
    {"step.decrypt", "A cipher decrypts that no key was given to.", "The cipher begins here",
     "It is used here", 50, false, NULL},
    {"step.vector", "A cipher encrypts that no nonce or initialisation vector was given to.",
     "The cipher begins here", "It is used here", 50, false, takes_vector},
    {"step.draw", "A generator gives random bytes before it was seeded.",
     "The generator begins here", "It is drawn from here", 60, false, NULL},
};

static bool is_used(const struct vt_function *facts, uint32_t parameter) {
    for (uint32_t n = 0; n < facts->nnodes; n++)
        if ((facts->nodes[n].kind == VT_NODE_FORMAL || facts->nodes[n].kind == VT_NODE_OUT) &&
            facts->nodes[n].index == parameter)
            return true;
    return false;
}

/* The name of a parameter of FUNCTION that goes nowhere, or NULL: where many others do, one that is
 * not needed says little. */
static const char *find_ignored(struct vt_program *program, uint32_t function) {
    enum { MOST_USED = 5 };
    const struct vt_unit *unit;
    const struct vt_function *f = vt_program_function(program, function, &unit);
    const char *ignored = NULL;
    unsigned nused = 0;
    for (uint32_t p = 0; p < f->nparams; p++) {
        const char *name = vt_string(unit->strings, f->param_names[p]);
        if (is_used(f, p))
            nused++;
        else if (!ignored && *name)
            ignored = name;
    }
    return nused > MOST_USED ? NULL : ignored;
}

/* The digest of nothing has its uses; not where something was to be digested. */
static void weigh_ignored(struct vt_check *check, struct vt_finding *finding,
                          const struct work *work) {
    for (size_t i = 0; i < work->nsteps; i++) {
        uint32_t function = work->steps[i].function;
        const char *name = find_ignored(vt_check_program(check), function);
        if (!name)
            continue;
        vt_finding_evidence(check, finding, "dropped-parameter", 25,
                            "Parameter `%s` of `%s` goes nowhere.", name,
                            vt_program_function_name(vt_check_program(check), function));
        return;
    }
}

/* True if the function of WORK ends another digest, to which data were given. */
static bool ends_another(struct vt_program *program, const struct work *work) {
    const struct vt_unit *unit;
    const struct vt_function *f = vt_program_function(program, work->ref.function, &unit);
    for (uint32_t e = 0; e < f->nevents; e++) {
        const struct work other = {.ref = {work->ref.function, e}};
        if (f->events[e].fact == VT_FACT_EFFECT && e != work->ref.event &&
            vt_class_is(vt_string(unit->strings, f->events[e].class_name), "step.digest") &&
            is_made(program, &other, VT_ROLE_LEFT))
            return true;
    }
    return false;
}

/* A digest that got data, and then was begun anew; or one of data beside one of nothing. */
static void weigh_discarded(struct vt_check *check, struct vt_finding *finding,
                            const struct work *work) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_unit *unit;
    const struct vt_function *f = vt_program_function(program, work->ref.function, &unit);
    for (uint32_t e = 0; e < f->nevents; e++) {
        const struct vt_event_ref other = {work->ref.function, e};
        if (f->events[e].fact != VT_FACT_ORIGIN ||
            strcmp(vt_event_value(program, other), "fed") != 0 ||
            !vt_class_is(vt_string(unit->strings, f->events[e].class_name), "step"))
            continue;
        if (ends_another(program, work))
            vt_finding_evidence(check, finding, "beside", -30,
                                "Another digest of the function is of data: this one may be meant "
                                "to be of nothing.");
        else
            vt_finding_evidence(check, finding, "discarded", 15,
                                "Data are given to one in the same function, and not to this one.");
        return;
    }
}

static void look_at_need(struct vt_check *check, const struct work *work, void *context) {
    struct vt_program *program = vt_check_program(check);
    const struct need *need = context;
    if (is_made(program, work, VT_ROLE_LEFT) || (need->applies && !need->applies(program, work)))
        return;
    struct vt_finding *finding = vt_finding_new(check, work->ref);
    vt_finding_message(check, finding, "%s", need->message);
    if (need->has_uses) {
        weigh_ignored(check, finding, work);
        weigh_discarded(check, finding, work);
    }
    vt_finding_path(check, finding, work->trace, work->begun, need->first, need->last);
    vt_finding_send(check, finding, need->base);
}

static void look_at_needs(struct vt_check *check) {
    for (size_t i = 0; i < sizeof needs / sizeof *needs; i++) {
        size_t count;
        struct need need = needs[i];
        struct vt_event_ref *refs =
            vt_program_events(vt_check_program(check), VT_FACT_EFFECT, need.class_name,
                              vt_check_arena(check), &count);
        for (size_t e = 0; e < count; e++)
            visit_begun(check, refs[e], look_at_need, &need);
    }
}

/* ---- Tags -------------------------------------------------------------------------------- */

static void tell_tag(struct vt_check *check, const struct work *work, const char *message,
                     int base) {
    struct vt_finding *finding = vt_finding_new(check, work->ref);
    vt_finding_message(check, finding, "%s", message);
    vt_finding_path(check, finding, work->trace, work->begun, "The work begins here",
                    "It ends here");
    vt_finding_send(check, finding, base);
}

static void look_at_decryption(struct vt_check *check, const struct work *work, void *context) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_function *f = vt_program_function(program, work->ref.function, NULL);
    bool *told = context;
    size_t used;
    if (*told || !is_authenticated(program, work))
        return;
    vt_targets_of(f, VT_NODE_OUTCOME, work->ref.event, vt_check_arena(check), &used);
    *told = true;
    if (!is_made(program, work, VT_ROLE_LEFT))
        tell_tag(check, work,
                 "An authenticated message is decrypted, and no tag was given to hold it against.",
                 55);
    else if (!used)
        tell_tag(check, work,
                 "An authenticated message is decrypted, and whether its tag fits is not asked.",
                 60);
    else
        *told = false;
}

enum ended { ENCRYPTION, DECRYPTION, VERIFICATION, CODE, DIGEST, NOTHING };

/* What the work that begins at REF is for, by its model. */
static enum ended ended_of(struct vt_program *program, struct vt_event_ref ref) {
    static const char *const names[] = {"encryption", "decryption", "verification", "code",
                                        "digest"};
    const char *way = vt_event_value(program, ref);
    for (unsigned i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(way, names[i]) == 0)
            return (enum ended)i;
    return NOTHING;
}

/* The ends of one beginning, of objects that were made in one place. */
struct ending {
    struct vt_event_ref begun;
    struct vt_event_ref made; /* or function VT_NONE: not by a library, or nobody knows */
    struct work first;        /* that lacks the step */
    bool is_missed, is_made;
    enum ended ended;
};

struct endings {
    struct ending *items;
    size_t count, capacity;
};

/* Where the object that REF ends was made. */
static const struct vt_source *find_making(struct vt_program *program, struct vt_event_ref ref) {
    return vt_find_source(program, vt_trace_value(program, ref, VT_ROLE_HANDLE, VT_ABOUT_DATA),
                          VT_FACT_ALLOC, "crypto");
}

static struct ending *ending_of(struct vt_check *check, struct endings *endings,
                                const struct work *work) {
    const struct vt_source *making = find_making(vt_check_program(check), work->ref);
    struct vt_event_ref begun = work->begun->event;
    struct vt_event_ref made = making ? making->event : (struct vt_event_ref){VT_NONE, VT_NONE};
    for (size_t i = 0; i < endings->count; i++)
        if (vt_event_same(endings->items[i].begun, begun) &&
            vt_event_same(endings->items[i].made, made))
            return &endings->items[i];
    endings->items = vt_grow(vt_check_arena(check), endings->items, endings->count,
                             &endings->capacity, sizeof *endings->items);
    struct ending *ending = &endings->items[endings->count++];
    *ending = (struct ending){.begun = begun, .made = made};
    return ending;
}

/* True if the object that REF ends was made in the same function, which also hands it out: it ends
 * there only if something went wrong. */
static bool is_handed_out(struct vt_check *check, struct vt_event_ref ref) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_function *f = vt_program_function(program, ref.function, NULL);
    const struct vt_source *made = find_making(program, ref);
    size_t count;
    if (!made || made->event.function != ref.function)
        return false;
    struct vt_target *targets =
        vt_targets_of(f, VT_NODE_OUTCOME, made->event.event, vt_check_arena(check), &count);
    for (size_t i = 0; i < count; i++) {
        uint8_t kind = f->nodes[targets[i].node].kind;
        if (targets[i].tags & (VT_TAG_COMPARED | VT_TAG_DECIDED))
            continue;
        if (kind == VT_NODE_RETURN || kind == VT_NODE_OUT || kind == VT_NODE_GLOBAL ||
            kind == VT_NODE_TYPE)
            return true;
    }
    return false;
}

static void look_at_end(struct vt_check *check, const struct work *work, void *context) {
    struct vt_program *program = vt_check_program(check);
    enum ended ended = ended_of(program, work->begun->event);
    if (ended == NOTHING ||
        ((ended == ENCRYPTION || ended == DECRYPTION) && !is_authenticated(program, work)))
        return;
    struct ending *ending = ending_of(check, context, work);
    ending->ended = ended;
    bool is_asked = is_made(program, work, VT_ROLE_LEFT),
         is_done = is_made(program, work, VT_ROLE_TARGET);
    if (is_asked || (ended != ENCRYPTION && is_done))
        ending->is_made = true;
    else if (!ending->is_missed && (ended != ENCRYPTION || is_done) &&
             is_made(program, work, VT_ROLE_PAYLOAD) && !is_handed_out(check, work->ref)) {
        ending->is_missed = true;
        ending->first = *work;
    }
}

static const struct {
    const char *message;
    int base;
} unended[] = {
    [ENCRYPTION] = {"A message is encrypted with authentication, and nobody asks for the tag.", 45},
    [DECRYPTION] = {"An authenticated message is decrypted, and its tag is never looked at.", 55},
    [VERIFICATION] = {"Data are given to the verification of a signature, and it is never "
                      "finished: nothing was verified.",
                      60},
    [CODE] = {"Data are given to a message authentication code, and it is never finished: nothing "
              "says that they are genuine.",
              60},
    [DIGEST] = {"Data are given to a digest, and nobody asks for it.", 40},
};

static void look_at_tags(struct vt_check *check) {
    struct vt_program *program = vt_check_program(check);
    struct endings endings = {0};
    size_t count;
    struct vt_event_ref *refs = vt_program_events(program, VT_FACT_CHECK, "check.decryption",
                                                  vt_check_arena(check), &count);
    for (size_t i = 0; i < count; i++) {
        bool told = false;
        visit_begun(check, refs[i], look_at_decryption, &told);
    }
    refs = vt_program_events(program, VT_FACT_EFFECT, "step.end", vt_check_arena(check), &count);
    for (size_t i = 0; i < count; i++)
        visit_begun(check, refs[i], look_at_end, &endings);
    for (size_t i = 0; i < endings.count; i++) {
        const struct ending *ending = &endings.items[i];
        if (!ending->is_missed || ending->is_made)
            continue;
        tell_tag(check, &ending->first, unended[ending->ended].message,
                 unended[ending->ended].base);
    }
}

/* ---- Padding ----------------------------------------------------------------------------- */

/* True if the payload of REF was padded by a function that does that. */
static bool is_padded(struct vt_program *program, struct vt_event_ref ref) {
    size_t count = 0;
    const struct vt_trace *trace = vt_trace_role(program, ref, VT_ROLE_PAYLOAD, NULL, 0);
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        if (is_step(program, &sources[i]) || sources[i].tags & VT_TAG_ASSUMED)
            return true;
    return false;
}

/* What is drawn anew fills the whole block, or is too short for it. */
static bool is_block_drawn(struct vt_program *program, struct vt_event_ref ref) {
    struct vt_material payload;
    return vt_material_of(program, ref, VT_ROLE_PAYLOAD, &payload) && payload.strong &&
           !vt_program_event(program, payload.strong->event, NULL)->bytes;
}

/* False if REF tells of an algorithm, and that is not RSA, or not known: the same number may mean
 * another thing to a cipher. */
static bool is_rsa(struct vt_program *program, struct vt_event_ref ref) {
    const struct vt_trace *trace =
        vt_trace_role(program, ref, VT_ROLE_ALGORITHM, "name", VT_ABOUT_DATA);
    size_t count = 0, named = 0;
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        named += strcmp(vt_source_text(&sources[i]), "RSA") == 0;
    return !trace || (count > 0 && named == count);
}

/* True if an S-expression (TEXT) has FLAG among its flags: "(data (flags raw) (value %m))". */
static bool has_flag(const char *text, const char *flag) {
    const char *flags = strstr(text, "(flags"), *at = flags;
    const char *end = flags ? flags + strcspn(flags, ")") : NULL;
    size_t length = strlen(flag);
    while (at && (at = strstr(at + 1, flag)) && at < end)
        if (at[-1] == ' ' && (at[length] == ' ' || at[length] == ')'))
            return true;
    return false;
}

/* What says by FLAG, alone, how REF pads. */
static const struct vt_source *find_flag(struct vt_program *program, struct vt_event_ref ref,
                                         const char *flag, const struct vt_trace **trace) {
    const struct vt_source *found = NULL;
    size_t count = 0;
    *trace = vt_trace_role(program, ref, VT_ROLE_MODE, NULL, VT_ABOUT_DATA);
    const struct vt_source *sources = *trace ? vt_trace_sources(*trace, &count) : NULL;
    for (size_t i = 0; i < count; i++) {
        const char *text = vt_source_text(&sources[i]);
        if (has_flag(text, flag))
            found = &sources[i];
        else if (strstr(text, "(flags"))
            return NULL; /* several to choose from */
    }
    return found;
}

/* How a padding is called where it is set by its name. */
static const struct {
    const char *name;
    int64_t number;
} paddings[] = {{"none", 3}, {"Raw", 3}, {"pkcs1", 1}, {"PKCS1v15", 1}, {"EME-PKCS1-v1_5", 1}};

static bool number_of_padding(const struct vt_source *source, int64_t *number) {
    const char *name = vt_source_text(source);
    for (size_t i = 0; i < sizeof paddings / sizeof *paddings; i++) {
        *number = paddings[i].number;
        if (strcmp(name, paddings[i].name) == 0)
            return true;
    }
    return vt_source_number(source, number);
}

/* True if SOURCE is the number that the value of REF names, or leaves the padding to the library,
 * which takes the old one. */
static bool chooses(struct vt_program *program, struct vt_event_ref ref,
                    const struct vt_source *source) {
    const struct vt_unit *unit;
    const struct vt_event *event = vt_program_event(program, ref, &unit);
    int64_t is, number = strtol(vt_string(unit->strings, event->value), NULL, 10);
    if (vt_source_is(program, source, VT_FACT_ORIGIN, "algorithm"))
        return strcmp(vt_event_value(program, source->event), "default") == 0 &&
               vt_class_is(vt_string(unit->strings, event->class_name), "step.unpad");
    return number_of_padding(source, &is) && is == number;
}

/* What chooses the padding that the value of REF names; what objects were that callers bring does
 * not count beside that. */
static const struct vt_source *find_padding(struct vt_program *program, struct vt_event_ref ref,
                                            const struct vt_trace **trace) {
    const char *value = vt_event_value(program, ref);
    const struct vt_source *found = NULL;
    size_t count = 0;
    if (*value < '0' || *value > '9')
        return find_flag(program, ref, value, trace);
    *trace = vt_trace_value(program, ref, VT_ROLE_MODE, 0);
    const struct vt_source *sources = *trace ? vt_trace_sources(*trace, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        if (chooses(program, ref, &sources[i]))
            found = &sources[i];
        else if (sources[i].kind != VT_SOURCE_PARAMETER)
            return NULL;
    return found && is_rsa(program, ref) ? found : NULL;
}

/* True if the key of REF is one of a curve: a point takes no padding. */
static bool is_of_curve(struct vt_program *program, struct vt_event_ref ref) {
    static const char *const parts[] = {"(ecc", "(ecdh", "(curve", "(elg"};
    size_t count = 0;
    const struct vt_trace *trace = vt_trace_role(program, ref, VT_ROLE_KEY, NULL, VT_ABOUT_DATA);
    const struct vt_source *sources = trace ? vt_trace_sources(trace, &count) : NULL;
    for (size_t i = 0; i < count; i++)
        if (names_any(vt_source_text(&sources[i]), parts, sizeof parts / sizeof *parts))
            return true;
    return false;
}

static void look_at_padding(struct vt_check *check, struct vt_event_ref ref) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_trace *trace;
    const struct vt_source *source = find_padding(program, ref, &trace);
    if (!source || is_of_curve(program, ref) || is_padded(program, ref) ||
        is_block_drawn(program, ref))
        return;
    struct vt_finding *finding = vt_finding_new(check, ref);
    vt_finding_message(check, finding,
                       "RSA encrypts without padding: equal messages give equal ciphertext, and "
                       "short ones can be taken out of it.");
    vt_finding_path(check, finding, trace, source, "Padding is turned off here",
                    "It is encrypted here");
    vt_finding_send(check, finding, 45);
}

/* True if REF only tries a key: on a constant, or on what is then held against one. */
static bool is_tried(struct vt_program *program, struct vt_event_ref ref) {
    struct vt_material payload;
    return vt_has_known_answer(program, ref.function) ||
           (vt_material_of(program, ref, VT_ROLE_PAYLOAD, &payload) &&
            vt_material_is_fixed(&payload));
}

/* PKCS #1 v1.5: the way that REF pads or unpads, or always if it has no role that says so. */
static void look_at_old_padding(struct vt_check *check, struct vt_event_ref ref,
                                struct vt_told *told) {
    struct vt_program *program = vt_check_program(check);
    const struct vt_trace *trace = NULL;
    const struct vt_source *source = NULL;
    if (*vt_event_value(program, ref)) {
        source = find_padding(program, ref, &trace);
        if (!source || is_tried(program, ref) || vt_tell_once(told, source, vt_check_arena(check)))
            return;
    }
    struct vt_finding *finding = vt_finding_new(check, ref);
    vt_finding_message(check, finding,
                       "RSA encrypts or decrypts with the padding of PKCS #1 v1.5: whoever learns "
                       "which messages are refused can decrypt others.");
    vt_finding_path(check, finding, trace, source, "The padding is chosen here", "It is used here");
    vt_finding_send(check, finding, 40);
}

/* ---- Pads -------------------------------------------------------------------------------- */

/* An HMAC of the program's own. */
static void look_at_pad(struct vt_check *check, struct vt_event_ref ref) {
    struct vt_finding *finding = vt_finding_new(check, ref);
    vt_finding_message(check, finding,
                       "Of an HMAC only the inner digest is made: who has one code can make that "
                       "of a longer message.");
    vt_finding_path(check, finding, NULL, NULL, NULL,
                    "The inner pad is made here; no outer one (0x5c) is made and read");
    vt_finding_send(check, finding, 60);
}

static void run(struct vt_check *check) {
    struct vt_told told = {0};
    size_t count;
    look_at_needs(check);
    look_at_tags(check);
    vt_check_each(check, VT_FACT_EFFECT, "step.outer", look_at_pad);
    vt_check_each(check, VT_FACT_EFFECT, "step.pad", look_at_padding);
    struct vt_event_ref *refs = vt_program_events(vt_check_program(check), VT_FACT_EFFECT,
                                                  "step.unpad", vt_check_arena(check), &count);
    for (size_t i = 0; i < count; i++)
        look_at_old_padding(check, refs[i], &told);
}

const struct vt_rule vt_crypto_missing_step = {
    .id = "crypto/missing-step",
    .name = "MissingStep",
    .summary = "A cryptographic object does its work before something that must come first",
    .description =
        "A digest or message authentication code is ended before any data were given to it, a "
        "cipher works without key or initialisation vector, an authenticated message is decrypted "
        "and its tag never looked at, the verification of a signature is never finished, RSA "
        "encrypts without padding or with an old one, an HMAC ends with its inner digest, or a "
        "generator is drawn from "
        "before it was seeded. The result looks as it should and protects nothing. The steps are "
        "followed with "
        "the object, across functions and units.",
    .help = "Make the step that is missing. Use one call that makes all of them, where the library "
            "has one.",
    .cwe = "CWE-325,CWE-780",
    .precision = "high",
    .severity = 7.0,
    .run = run,
};

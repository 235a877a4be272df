/* Requires: arrays as long as their counts say. Gives: a unit whose every index can be followed.
 * Breaks: nothing.
 *
 * Whoever reads a verified unit need not check anything again; so each rule that facts.h states
 * about kinds, ranges and neighbours is checked here.
 */
#include <inttypes.h>
#include <stdio.h>

#include "engine/base/error.h"
#include "engine/base/strings.h"
#include "engine/facts/facts.h"

#define ALL_FUNCTION_FLAGS (2u * VT_FUNCTION_CONSTANT - 1)
#define ALL_TAGS           (2u * VT_TAG_ELEMENT - 1)
#define ALL_REWRITE_FLAGS  (2u * VT_REWRITE_EVERY - 1)

/* What is being looked at. */
struct check {
    const struct vt_unit *unit;
    struct vt_error *error;
    const struct vt_function *function; /* or NULL */
    const char *what;                   /* "edge" */
    uint32_t index;                     /* which one */
};

static bool refuse(const struct check *check, const char *field, uint64_t value) {
    const struct vt_unit *unit = check->unit;
    const struct vt_function *function = check->function;
    if (!function)
        return vt_fail(check->error, "facts of '%.100s': %s %" PRIu32 ": bad %s %" PRIu64,
                       vt_string(unit->strings, unit->source), check->what, check->index, field,
                       value);
    const char *name = "the initialisers";
    if (function->symbol < unit->nsymbols)
        name = vt_string(unit->strings, unit->symbols[function->symbol].name);
    return vt_fail(check->error, "facts of '%.100s': in '%.200s': %s %" PRIu32 ": bad %s %" PRIu64,
                   vt_string(unit->strings, unit->source), name, check->what, check->index, field,
                   value);
}

/* VALUE is below COUNT. */
static bool below(const struct check *check, const char *field, uint64_t value, uint64_t count) {
    return value < count || refuse(check, field, value);
}

/* The same, or it is VT_NONE. */
static bool below_or_none(const struct check *check, const char *field, uint32_t value,
                          uint32_t count) {
    return value == VT_NONE || below(check, field, value, count);
}

static bool is_string(const struct check *check, const char *field, uint32_t value) {
    return below(check, field, value, vt_strings_count(check->unit->strings));
}

static bool is_place(const struct check *check, uint32_t location) {
    return below_or_none(check, "location", location, check->unit->nlocations);
}

/* ---- Tables of the unit ------------------------------------------------------------------ */

static bool check_head(const struct vt_unit *unit, struct vt_error *error) {
    struct check check = {unit, error, NULL, "unit", 0};
    return is_string(&check, "source", unit->source) &&
           is_string(&check, "producer", unit->producer) && is_string(&check, "tool", unit->tool) &&
           is_string(&check, "target", unit->target) && is_string(&check, "options", unit->options);
}

static bool check_places(const struct vt_unit *unit, struct vt_error *error) {
    struct check check = {unit, error, NULL, "file", 0};
    for (uint32_t i = check.index = 0; i < unit->nfiles; check.index = ++i) {
        if (!is_string(&check, "path", unit->files[i].path))
            return false;
    }
    check.what = "location";
    for (uint32_t i = check.index = 0; i < unit->nlocations; check.index = ++i) {
        if (!below(&check, "file", unit->locations[i].file, unit->nfiles))
            return false;
    }
    return true;
}

static bool check_symbols(const struct vt_unit *unit, struct vt_error *error) {
    struct check check = {unit, error, NULL, "symbol", 0};
    for (uint32_t i = 0; i < unit->nsymbols; check.index = ++i) {
        const struct vt_symbol *symbol = &unit->symbols[i];
        if (!is_string(&check, "name", symbol->name) || !is_place(&check, symbol->location) ||
            !below_or_none(&check, "resolver", symbol->resolver, unit->nsymbols))
            return false;
        if (symbol->resolver == i)
            return refuse(&check, "resolver (itself)", i);
    }
    return true;
}

static bool check_constants(const struct vt_unit *unit, struct vt_error *error) {
    struct check check = {unit, error, NULL, "constant", 0};
    for (uint32_t i = 0; i < unit->nconstants; check.index = ++i) {
        const struct vt_constant *constant = &unit->constants[i];
        if (!below(&check, "kind", constant->kind, VT_CONSTANT_FUNCTION + 1))
            return false;
        bool is_text = constant->kind == VT_CONSTANT_TEXT || constant->kind == VT_CONSTANT_BYTES;
        if (is_text && !is_string(&check, "text", constant->text))
            return false;
        if (constant->kind == VT_CONSTANT_FUNCTION &&
            !below(&check, "symbol", (uint64_t)constant->number, unit->nsymbols))
            return false;
    }
    return true;
}

/* A range has bytes, and they are a handle's field or lie where offsets may lie. */
static bool is_range(struct vt_range range) {
    bool is_part = range.step && range.width && range.width < range.step &&
                   range.phase < range.step && range.step <= VT_MAX_STEP &&
                   !vt_range_is_field(range);
    if (range.low >= range.high || (!is_part && (range.step || range.phase || range.width)))
        return false;
    if (vt_range_is_field(range))
        return range.low > INT32_MIN && range.low <= INT32_MIN + 1 + UINT16_MAX &&
               range.high == range.low + 1;
    return range.high <= VT_OFFSET_HIGH;
}

static bool is_plain_range(struct vt_range range) {
    return is_range(range) && !vt_range_is_field(range) && !range.step;
}

/* What REWRITE does to the next range. An empty clip lets handle fields pass and nothing else. */
static bool check_change(const struct check *check, const struct vt_rewrite *rewrite) {
    struct vt_range clip = rewrite->clip;
    bool spreads = rewrite->flags & VT_REWRITE_EVERY, is_empty = clip.low == 0 && clip.high == 0;
    if (!(rewrite->flags & VT_REWRITE_SHIFT))
        return !spreads || refuse(check, "flags (spreads what it does not move)", rewrite->flags);
    if (!(is_empty && !spreads) && !is_plain_range(clip))
        return refuse(check, "clip", 0);
    if (rewrite->delta < VT_OFFSET_LOW || rewrite->delta > VT_OFFSET_HIGH)
        return refuse(check, "delta", (uint32_t)rewrite->delta);
    if (!spreads)
        return true;
    if (!is_plain_range(rewrite->bound))
        return refuse(check, "bound", 0);
    return rewrite->step > 0 && rewrite->step <= VT_MAX_STEP ? true
                                                             : refuse(check, "step", rewrite->step);
}

static bool check_rewrite(const struct check *check, const struct vt_rewrite *rewrite) {
    if (!below(check, "count of taken ranges", rewrite->ntake, VT_DEPTH + 1) ||
        !below(check, "count of put ranges", rewrite->nput, VT_DEPTH + 1) ||
        !below(check, "flags", rewrite->flags, ALL_REWRITE_FLAGS + 1))
        return false;
    if (rewrite->flags & VT_REWRITE_EXACT && rewrite->flags & VT_REWRITE_MEMORY)
        return refuse(check, "flags (nothing can pass)", rewrite->flags);
    for (uint32_t i = 0; i < rewrite->ntake; i++) {
        if (!is_range(rewrite->take[i]))
            return refuse(check, "taken range", i);
    }
    for (uint32_t i = 0; i < rewrite->nput; i++) {
        if (!is_range(rewrite->put[i]))
            return refuse(check, "put range", i);
    }
    return check_change(check, rewrite);
}

static bool check_rewrites(const struct vt_unit *unit, struct vt_error *error) {
    struct check check = {unit, error, NULL, "rewrite", 0};
    for (uint32_t i = 0; i < unit->nrewrites; check.index = ++i) {
        if (!check_rewrite(&check, &unit->rewrites[i]))
            return false;
    }
    check.index = 0;
    if (unit->nrewrites > 0 && !vt_rewrite_equal(&unit->rewrites[0], &vt_rewrite_identity))
        return refuse(&check, "identity", 0);
    return true;
}

static bool check_claims(const struct vt_unit *unit, struct vt_error *error) {
    struct check check = {unit, error, NULL, "claim", 0};
    for (uint32_t i = 0; i < unit->nclaims; check.index = ++i) {
        const struct vt_claim *claim = &unit->claims[i];
        if (!is_string(&check, "function", claim->function) ||
            !is_string(&check, "rule", claim->rule) || !is_string(&check, "reason", claim->reason))
            return false;
    }
    return true;
}

static bool check_blinds(const struct vt_unit *unit, struct vt_error *error) {
    struct check check = {unit, error, NULL, "blind spot", 0};
    for (uint32_t i = 0; i < unit->nblinds; check.index = ++i) {
        const struct vt_blind *blind = &unit->blinds[i];
        if (!below(&check, "kind", blind->kind, VT_BLIND_COUNT) ||
            !is_string(&check, "subject", blind->what) || !is_place(&check, blind->location))
            return false;
    }
    return true;
}

static bool check_fields(const struct vt_unit *unit, struct vt_error *error) {
    struct check check = {unit, error, NULL, "field", 0};
    for (uint32_t i = 0; i < unit->nfields; check.index = ++i) {
        const struct vt_field *field = &unit->fields[i];
        if (!is_string(&check, "type", field->type) || !is_string(&check, "name", field->name))
            return false;
    }
    return true;
}

/* ---- Functions --------------------------------------------------------------------------- */

/* An index of a parameter: those of a variadic function may be more than it names. */
static bool is_param(const struct check *check, uint32_t index) {
    return check->function->flags & VT_FUNCTION_VARIADIC ||
           below(check, "parameter", index, check->function->nparams);
}

static bool is_argument(const struct check *check, const struct vt_node *node) {
    const struct vt_function *function = check->function;
    return below(check, "call", node->ref, function->ncalls) &&
           below(check, "argument", node->index, function->calls[node->ref].narguments);
}

static bool is_callee(const struct check *check, const struct vt_node *node) {
    const struct vt_function *function = check->function;
    if (!below(check, "call", node->ref, function->ncalls))
        return false;
    return function->calls[node->ref].symbol == VT_NONE ||
           refuse(check, "callee of a direct call", node->ref);
}

static bool is_subject(const struct check *check, const struct vt_node *node) {
    const struct vt_function *function = check->function;
    if (!below(check, "predicate", node->ref, function->npredicates) ||
        !below(check, "side", node->index, 2))
        return false;
    return node->index == 0 || !function->predicates[node->ref].has_number ||
           refuse(check, "right side of a predicate with a number", node->ref);
}

static bool check_node(const struct check *check, const struct vt_node *node) {
    const struct vt_function *function = check->function;
    switch (node->kind) {
    case VT_NODE_FORMAL:
    case VT_NODE_OUT:
        return is_param(check, node->index);
    case VT_NODE_RETURN:
    case VT_NODE_HUB:
        return true;
    case VT_NODE_ARGUMENT:
    case VT_NODE_EFFECT:
    case VT_NODE_PLACED:
        return is_argument(check, node);
    case VT_NODE_RESULT:
    case VT_NODE_BEHIND:
        return below(check, "call", node->ref, function->ncalls);
    case VT_NODE_CALLEE:
        return is_callee(check, node);
    case VT_NODE_GLOBAL:
        return below(check, "symbol", node->ref, check->unit->nsymbols);
    case VT_NODE_TYPE:
        return is_string(check, "type", node->ref);
    case VT_NODE_CONSTANT:
        return below(check, "constant", node->ref, check->unit->nconstants);
    case VT_NODE_IN:
        return below(check, "event", node->ref, function->nevents) &&
               below(check, "role", node->index, VT_ROLE_COUNT);
    case VT_NODE_OUTCOME:
        return below(check, "event", node->ref, function->nevents);
    case VT_NODE_SUBJECT:
        return is_subject(check, node);
    default:
        return refuse(check, "kind", node->kind);
    }
}

static bool check_graph(struct check *check) {
    const struct vt_function *function = check->function;
    check->what = "node";
    for (uint32_t i = check->index = 0; i < function->nnodes; check->index = ++i) {
        if (!check_node(check, &function->nodes[i]))
            return false;
    }
    check->what = "edge";
    for (uint32_t i = check->index = 0; i < function->nedges; check->index = ++i) {
        const struct vt_edge *edge = &function->edges[i];
        if (!below(check, "source", edge->from, function->nnodes) ||
            !below(check, "destination", edge->to, function->nnodes) ||
            !below(check, "rewrite", edge->rewrite, check->unit->nrewrites) ||
            !below(check, "tags", edge->tags, ALL_TAGS + 1) || !is_place(check, edge->location))
            return false;
        if (i && vt_edge_order(edge - 1, edge) > 0)
            return refuse(check, "order: it ends at node", edge->to);
    }
    return true;
}

static bool is_event_fact(uint8_t fact) {
    return fact == VT_FACT_ORIGIN || fact == VT_FACT_EFFECT || fact == VT_FACT_CHECK ||
           fact == VT_FACT_COMPARE || fact == VT_FACT_ALLOC;
}

static bool check_calls(struct check *check) {
    const struct vt_function *function = check->function;
    check->what = "call";
    for (uint32_t i = check->index = 0; i < function->ncalls; check->index = ++i) {
        const struct vt_call *call = &function->calls[i];
        if (!below_or_none(check, "symbol", call->symbol, check->unit->nsymbols) ||
            !is_place(check, call->location) ||
            !below_or_none(check, "guards", call->guards, function->guards.nlists))
            return false;
    }
    check->what = "event";
    for (uint32_t i = check->index = 0; i < function->nevents; check->index = ++i) {
        const struct vt_event *event = &function->events[i];
        if (!is_event_fact(event->fact))
            return refuse(check, "fact", event->fact);
        bool is_unused = (event->fact == VT_FACT_EFFECT || event->fact == VT_FACT_ORIGIN) &&
                         event->success == VT_RESULT_UNUSED;
        if ((!is_unused && !below(check, "success", event->success, VT_SUCCESS_NOT_NEGATIVE + 1)) ||
            !below(check, "size", event->bytes,
                   event->fact == VT_FACT_ORIGIN ? VT_FEW_BYTES + 1 : 1) ||
            !is_string(check, "class", event->class_name) ||
            !is_string(check, "function", event->function) ||
            !is_string(check, "value", event->value) || !is_place(check, event->location) ||
            !below_or_none(check, "guards", event->guards, function->guards.nlists))
            return false;
    }
    return true;
}

static bool check_guards(struct check *check) {
    const struct vt_function *function = check->function;
    const struct vt_guards *guards = &function->guards;
    check->what = "predicate";
    for (uint32_t i = check->index = 0; i < function->npredicates; check->index = ++i) {
        if (!below(check, "comparison", function->predicates[i].compare, VT_FCMP + 1) ||
            !is_place(check, function->predicates[i].location))
            return false;
        if (function->predicates[i].mask && !function->predicates[i].has_number)
            return refuse(check, "mask without a number", i);
        if (function->predicates[i].offset && !function->predicates[i].size)
            return refuse(check, "offset without a size", i);
    }
    check->what = "guard list";
    check->index = 0;
    if (guards->nlists == 0 && guards->nguards > 0)
        return refuse(check, "count of guards without lists", guards->nguards);
    if (guards->nlists > 0 && guards->offsets[0] != 0)
        return refuse(check, "start", guards->offsets[0]);
    for (uint32_t i = 0; i < guards->nlists; check->index = ++i) {
        if (guards->offsets[i] > guards->offsets[i + 1])
            return refuse(check, "end", guards->offsets[i + 1]);
    }
    if (guards->nlists > 0 && guards->offsets[guards->nlists] != guards->nguards)
        return refuse(check, "end of all", guards->offsets[guards->nlists]);
    check->what = "guard";
    for (uint32_t i = check->index = 0; i < guards->nguards; check->index = ++i) {
        if (!below(check, "predicate", guards->guards[i].predicate, function->npredicates))
            return false;
    }
    return true;
}

static bool check_verdicts(struct check *check) {
    const struct vt_function *function = check->function;
    check->what = "verdict";
    for (uint32_t i = check->index = 0; i < function->nverdicts; check->index = ++i) {
        const struct vt_verdict *verdict = &function->verdicts[i];
        if (!is_place(check, verdict->location) ||
            !below_or_none(check, "guards", verdict->guards, function->guards.nlists))
            return false;
    }
    return true;
}

static bool check_settings(struct check *check) {
    const struct vt_function *function = check->function;
    check->what = "setting";
    for (uint32_t i = check->index = 0; i < function->nsettings; check->index = ++i) {
        const struct vt_setting *setting = &function->settings[i];
        if (!is_place(check, setting->location) ||
            !below_or_none(check, "guards", setting->guards, function->guards.nlists) ||
            !below_or_none(check, "predicate", setting->predicate, function->npredicates) ||
            !below_or_none(check, "symbol", setting->symbol, check->unit->nsymbols))
            return false;
        if (!is_string(check, "type", setting->type))
            return false;
        if ((setting->predicate != VT_NONE) + (setting->symbol != VT_NONE) + !!setting->type != 1)
            return refuse(check, "predicate and symbol", setting->predicate);
    }
    return true;
}

static bool check_function(const struct vt_unit *unit, uint32_t index, struct vt_error *error) {
    const struct vt_function *function = &unit->functions[index];
    struct check check = {unit, error, NULL, "function", index};
    bool is_initialisers = function->symbol == VT_NONE;
    if (!below_or_none(&check, "symbol", function->symbol, unit->nsymbols) ||
        !is_place(&check, function->location) ||
        !below(&check, "flags", function->flags, ALL_FUNCTION_FLAGS + 1))
        return false;
    if (is_initialisers != !!(function->flags & VT_FUNCTION_INITIALIZERS))
        return refuse(&check, "flags (initialisers have no symbol)", function->flags);
    check.function = function;
    check.what = "name of parameter";
    for (uint32_t i = check.index = 0; i < function->nparams; check.index = ++i) {
        if (!below_or_none(&check, "string", function->param_names[i],
                           vt_strings_count(unit->strings)))
            return false;
    }
    return check_calls(&check) && check_guards(&check) && check_verdicts(&check) &&
           check_settings(&check) && check_graph(&check);
}

bool vt_unit_verify(const struct vt_unit *unit, struct vt_error *error) {
    if (!check_head(unit, error) || !check_places(unit, error) || !check_symbols(unit, error) ||
        !check_constants(unit, error) || !check_rewrites(unit, error) ||
        !check_blinds(unit, error) || !check_claims(unit, error) || !check_fields(unit, error))
        return false;
    for (uint32_t i = 0; i < unit->nfunctions; i++) {
        if (!check_function(unit, i, error))
            return false;
    }
    return true;
}

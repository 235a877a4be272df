/* The readable form of a unit's facts. Tables of a unit are printed by name, not by number, where
 * they have one, so that a dump changes only where the facts do. */
#include "cli/dump.h"

#include <inttypes.h>
#include <string.h>

#include "engine/base/strings.h"
#include "engine/binary/encode.h"
#include "engine/facts/facts.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

enum { TEXT_LIMIT = 200 }; /* bytes of a constant that are shown */

struct dump {
    const struct vt_unit *unit;
    const struct vt_function *function;
    FILE *out;
};

void vt_dump_text(const char *text, size_t length, FILE *out) {
    fputc('"', out);
    for (size_t i = 0; i < length; i++) {
        unsigned char c = (unsigned char)text[i];

        if (c == '"' || c == '\\')
            fprintf(out, "\\%c", c);
        else if (c == '\n')
            fputs("\\n", out);
        else if (c < 0x20 || c >= 0x7f)
            fprintf(out, "\\%03o", c);
        else
            fputc(c, out);
    }
    fputc('"', out);
}

static void string(const struct dump *dump, uint32_t index) {
    vt_dump_text(vt_string(dump->unit->strings, index),
                 vt_string_length(dump->unit->strings, index), dump->out);
}

static void location(const struct dump *dump, uint32_t index) {
    const struct vt_location *at;

    if (index == VT_NONE)
        return;
    at = &dump->unit->locations[index];
    fprintf(dump->out, " at %s:%" PRIu32 ":%" PRIu32,
            vt_string(dump->unit->strings, dump->unit->files[at->file].path), at->line, at->column);
}

static void symbol(const struct dump *dump, uint32_t index) {
    string(dump, dump->unit->symbols[index].name);
}

static void constant(const struct dump *dump, uint32_t index) {
    const struct vt_constant *c = &dump->unit->constants[index];
    size_t length;

    switch (c->kind) {
    case VT_CONSTANT_INT:
        fprintf(dump->out, "%" PRId64, c->number);
        break;
    case VT_CONSTANT_FUNCTION:
        fputs("function ", dump->out);
        symbol(dump, (uint32_t)c->number);
        break;
    default:
        length = vt_string_length(dump->unit->strings, c->text);
        if (c->kind == VT_CONSTANT_BYTES)
            fputs("bytes ", dump->out);
        vt_dump_text(vt_string(dump->unit->strings, c->text),
                     length < TEXT_LIMIT ? length : TEXT_LIMIT, dump->out);
        fputs(length > TEXT_LIMIT || c->cut ? "..." : "", dump->out);
        break;
    }
    fputs(c->concealed ? " concealed" : "", dump->out);
}

static void node(const struct dump *dump, uint32_t index) {
    const struct vt_node *n = &dump->function->nodes[index];

    fputs(vt_node_kind_name(n->kind), dump->out);
    switch (n->kind) {
    case VT_NODE_FORMAL:
    case VT_NODE_OUT:
        fprintf(dump->out, "(%u)", n->index);
        break;
    case VT_NODE_ARGUMENT:
    case VT_NODE_EFFECT:
    case VT_NODE_PLACED:
        fprintf(dump->out, "(%u) of call %" PRIu32, n->index, n->ref);
        break;
    case VT_NODE_RESULT:
    case VT_NODE_CALLEE:
    case VT_NODE_BEHIND:
        fprintf(dump->out, " of call %" PRIu32, n->ref);
        break;
    case VT_NODE_GLOBAL:
        fputc(' ', dump->out);
        symbol(dump, n->ref);
        break;
    case VT_NODE_TYPE:
        fputc(' ', dump->out);
        string(dump, n->ref);
        break;
    case VT_NODE_CONSTANT:
        fputc(' ', dump->out);
        constant(dump, n->ref);
        break;
    case VT_NODE_IN:
        fprintf(dump->out, "(%s) of event %" PRIu32, vt_role_name(n->index), n->ref);
        break;
    case VT_NODE_OUTCOME:
        fprintf(dump->out, " of event %" PRIu32, n->ref);
        break;
    case VT_NODE_SUBJECT:
        fprintf(dump->out, "(%s) of predicate %" PRIu32, n->index ? "right" : "left", n->ref);
        break;
    case VT_NODE_HUB:
        fprintf(dump->out, " %" PRIu32, index);
        break;
    }
}

static void ranges(const struct dump *dump, const char *what, const struct vt_range *range,
                   unsigned count) {
    struct vt_path path = {.count = (uint8_t)count};
    char text[160];

    if (count == 0)
        return;
    memcpy(path.ranges, range, count * sizeof *range);
    fprintf(dump->out, " %s %s", what, vt_path_print(&path, text, sizeof text));
}

static void rewrite(const struct dump *dump, uint32_t index) {
    const struct vt_rewrite *r = &dump->unit->rewrites[index];

    ranges(dump, "take", r->take, r->ntake);
    if (r->flags & VT_REWRITE_EXACT)
        fputs(" exact", dump->out);
    if (r->flags & VT_REWRITE_MEMORY)
        fputs(" memory", dump->out);
    if (r->flags & VT_REWRITE_SHIFT) {
        ranges(dump, "clip", &r->clip, 1);
        fprintf(dump->out, " shift %+" PRId32, r->delta);
    }
    if (r->flags & VT_REWRITE_EVERY) {
        fprintf(dump->out, " every %" PRIu32, r->step);
        ranges(dump, "of", &r->bound, 1);
    }
    if (r->flags & VT_REWRITE_BLUR)
        fputs(" blur", dump->out);
    ranges(dump, "put", r->put, r->nput);
}

static void tags(const struct dump *dump, uint32_t set) {
    const char *before = " tags ";

    for (uint32_t bit = 1; bit && bit <= set; bit <<= 1) {
        if (!(set & bit))
            continue;
        fprintf(dump->out, "%s%s", before, vt_tag_name((enum vt_tag)bit));
        before = ",";
    }
}

static void guards(const struct dump *dump, uint32_t list) {
    const struct vt_guards *all = &dump->function->guards;

    if (list == VT_NONE)
        return;
    fputs(" if", dump->out);
    for (uint32_t i = all->offsets[list]; i < all->offsets[list + 1]; i++) {
        const struct vt_guard *guard = &all->guards[i];
        fprintf(dump->out, " %s%" PRIu32, guard->holds ? "" : "not ", guard->predicate);
        if (guard->either)
            fprintf(dump->out, " (either %u)", guard->either);
        else if (!guard->always)
            fputs(" (sometimes)", dump->out);
    }
}

static void event(const struct dump *dump, uint32_t index) {
    static const char *const successes[] = {"",
                                            " success zero",
                                            " success one",
                                            " success nonzero",
                                            " success positive",
                                            " success nonnull",
                                            " success not-negative",
                                            " unused"};
    const struct vt_event *e = &dump->function->events[index];

    fprintf(dump->out, "  event %" PRIu32 " %s ", index, vt_fact_name(e->fact));
    string(dump, e->class_name);
    fputs(" by ", dump->out);
    string(dump, e->function);
    if (e->value) {
        fputs(" value ", dump->out);
        string(dump, e->value);
    }
    if (e->repeats)
        fputs(" repeats", dump->out);
    if (e->bytes)
        fprintf(dump->out, " bytes %u", e->bytes);
    fputs(e->success < COUNT(successes) ? successes[e->success] : "", dump->out);
    guards(dump, e->guards);
    location(dump, e->location);
    fputc('\n', dump->out);
}

static void call(const struct dump *dump, uint32_t index) {
    const struct vt_call *c = &dump->function->calls[index];

    fprintf(dump->out, "  call %" PRIu32 " ", index);
    if (c->symbol == VT_NONE)
        fputs("indirect", dump->out);
    else
        symbol(dump, c->symbol);
    fprintf(dump->out, " arguments %u%s%s", c->narguments, c->noreturn ? " noreturn" : "",
            c->is_callback ? " callback" : "");
    if (c->repeats)
        fputs(" repeats", dump->out);
    guards(dump, c->guards);
    location(dump, c->location);
    fputc('\n', dump->out);
}

static void predicate(const struct dump *dump, uint32_t index) {
    static const char *const compares[] = {"eq",  "ne",  "ult", "ule", "ugt", "uge",
                                           "slt", "sle", "sgt", "sge", "fcmp"};
    const struct vt_predicate *p = &dump->function->predicates[index];

    fprintf(dump->out, "  predicate %" PRIu32 " left %s ", index,
            p->compare < COUNT(compares) ? compares[p->compare] : "?");
    if (p->has_number)
        fprintf(dump->out, "%" PRId64, p->number);
    else
        fputs("right", dump->out);
    if (p->size)
        fprintf(dump->out, " bytes %" PRId32 "+%u", p->offset, p->size);
    if (p->mask)
        fprintf(dump->out, " of bits 0x%" PRIx64, (uint64_t)p->mask);
    location(dump, p->location);
    fputc('\n', dump->out);
}

static void verdict(const struct dump *dump, const struct vt_verdict *v) {
    fprintf(dump->out, "  verdict %" PRId64, v->number);
    guards(dump, v->guards);
    location(dump, v->location);
    fputc('\n', dump->out);
}

/* "setting 1 of global `armed` at 4 if 2". */
static void setting(const struct dump *dump, const struct vt_setting *s) {
    fprintf(dump->out, "  setting %" PRId64, s->number);
    if (s->predicate != VT_NONE) {
        fprintf(dump->out, " of predicate %" PRIu32, s->predicate);
    } else {
        fputs(s->type ? " of type " : " of ", dump->out);
        if (s->type)
            string(dump, s->type);
        else
            symbol(dump, s->symbol);
        if (s->offset)
            fprintf(dump->out, " + %" PRIu32, s->offset);
    }
    guards(dump, s->guards);
    location(dump, s->location);
    fputc('\n', dump->out);
}

static void edge(const struct dump *dump, const struct vt_edge *e) {
    fputs("  edge ", dump->out);
    node(dump, e->from);
    fputs(" -> ", dump->out);
    node(dump, e->to);
    rewrite(dump, e->rewrite);
    tags(dump, e->tags);
    location(dump, e->location);
    fputc('\n', dump->out);
}

static void flags(const struct dump *dump, uint32_t set) {
    static const char *const names[] = {"constructor", "ifunc",    "exported",     "address-taken",
                                        "noreturn",    "variadic", "initializers", "cut",
                                        "inside",      "constant"};

    for (size_t bit = 0; bit < COUNT(names); bit++)
        if (set & 1u << bit)
            fprintf(dump->out, " %s", names[bit]);
}

static void function(const struct dump *dump) {
    const struct vt_function *f = dump->function;

    if (f->symbol == VT_NONE) {
        fputs("initializers", dump->out);
    } else {
        fputs("function ", dump->out);
        symbol(dump, f->symbol);
    }
    for (uint32_t i = 0; i < f->nparams; i++) {
        fputs(i ? ", " : " (", dump->out);
        string(dump, f->param_names[i]);
    }
    fputs(f->nparams ? ")" : "", dump->out);
    flags(dump, f->flags);
    location(dump, f->location);
    fputc('\n', dump->out);
    for (uint32_t i = 0; i < f->npredicates; i++)
        predicate(dump, i);
    for (uint32_t i = 0; i < f->ncalls; i++)
        call(dump, i);
    for (uint32_t i = 0; i < f->nevents; i++)
        event(dump, i);
    for (uint32_t i = 0; i < f->nverdicts; i++)
        verdict(dump, &f->verdicts[i]);
    for (uint32_t i = 0; i < f->nsettings; i++)
        setting(dump, &f->settings[i]);
    for (uint32_t i = 0; i < f->nedges; i++)
        edge(dump, &f->edges[i]);
}

size_t vt_dump_functions(const struct vt_unit *unit, const char *name, FILE *out) {
    struct dump dump = {.unit = unit, .out = out};
    size_t count = 0;

    for (uint32_t i = 0; i < unit->nfunctions; i++) {
        dump.function = &unit->functions[i];
        if (name && (dump.function->symbol == VT_NONE ||
                     strcmp(vt_string(unit->strings, unit->symbols[dump.function->symbol].name),
                            name) != 0))
            continue;
        function(&dump);
        count++;
    }
    return count;
}

static void described(const struct dump *dump, const char *what, uint32_t text) {
    fprintf(dump->out, "  %s ", what);
    string(dump, text);
    fputc('\n', dump->out);
}

static void symbol_line(const struct dump *dump, const struct vt_symbol *s) {
    fputs(s->is_function ? "  symbol function " : "  symbol data ", dump->out);
    string(dump, s->name);
    fprintf(dump->out, "%s%s%s%s%s%s%s%s%s%s%s", s->is_defined ? " defined" : " undefined",
            s->is_local ? " local" : "", s->is_weak ? " weak" : "", s->is_hidden ? " hidden" : "",
            s->is_constant ? " constant" : "", s->is_noreturn ? " noreturn" : "",
            s->is_constructor ? " constructor" : "", s->is_ifunc ? " ifunc" : "",
            s->is_thread_local ? " thread-local" : "", s->is_address_taken ? " address-taken" : "",
            s->is_only_read ? " only-read" : "");
    if (s->size)
        fprintf(dump->out, " size %" PRIu64, s->size);
    if (s->resolver != VT_NONE) {
        fputs(" resolver ", dump->out);
        symbol(dump, s->resolver);
    }
    location(dump, s->location);
    fputc('\n', dump->out);
}

static void claim_line(const struct dump *dump, const struct vt_claim *claim) {
    fputs("  claim ", dump->out);
    string(dump, claim->rule);
    fputs(" in ", dump->out);
    string(dump, claim->function);
    fputs(": ", dump->out);
    string(dump, claim->reason);
    fputc('\n', dump->out);
}

static void blind_line(const struct dump *dump, const struct vt_blind *b) {
    fprintf(dump->out, "  blind %s ", vt_blind_kind_name(b->kind));
    string(dump, b->what);
    fprintf(dump->out, " count %" PRIu32, b->count);
    location(dump, b->location);
    fputc('\n', dump->out);
}

void vt_dump_unit(const struct vt_unit *unit, FILE *out) {
    struct dump dump = {.unit = unit, .out = out};
    char hex[65];

    vt_hex(unit->digest, hex);
    fputs("unit ", out);
    string(&dump, unit->source);
    fprintf(out, "\n  digest %s\n", hex);
    described(&dump, "producer", unit->producer);
    described(&dump, "tool", unit->tool);
    described(&dump, "target", unit->target);
    described(&dump, "options", unit->options);
    vt_hex(unit->models_digest, hex);
    fprintf(out, "  models %s\n", hex);
    for (uint32_t i = 0; i < unit->nfiles; i++) {
        vt_hex(unit->files[i].sha256, hex);
        fputs("  file ", out);
        string(&dump, unit->files[i].path);
        fprintf(out, " sha256 %s\n", unit->files[i].has_digest ? hex : "unknown");
    }
    for (uint32_t i = 0; i < unit->nsymbols; i++)
        symbol_line(&dump, &unit->symbols[i]);
    for (uint32_t i = 0; i < unit->nfields; i++) {
        fputs("  field ", out);
        string(&dump, unit->fields[i].type);
        fprintf(out, " %+" PRId32 " ", unit->fields[i].offset);
        string(&dump, unit->fields[i].name);
        fputc('\n', out);
    }
    for (uint32_t i = 0; i < unit->nclaims; i++)
        claim_line(&dump, &unit->claims[i]);
    for (uint32_t i = 0; i < unit->nblinds; i++)
        blind_line(&dump, &unit->blinds[i]);
}

void vt_dump_stat(const struct vt_unit *unit, size_t size, FILE *out) {
    struct dump dump = {.unit = unit, .out = out};
    size_t sums[9] = {0};

    for (uint32_t i = 0; i < unit->nfunctions; i++) {
        const struct vt_function *f = &unit->functions[i];
        const size_t counts[9] = {f->nnodes,         f->nedges,      f->ncalls,
                                  f->nevents,        f->npredicates, f->guards.nlists,
                                  f->guards.nguards, f->nverdicts,   f->nsettings};

        for (size_t k = 0; k < COUNT(sums); k++)
            sums[k] += counts[k];
    }
    fputs("unit ", out);
    string(&dump, unit->source);
    fprintf(out, "\n  bytes %zu\n", size);
    fprintf(out, "  strings %" PRIu32 "\n  files %" PRIu32 "\n  locations %" PRIu32 "\n",
            vt_strings_count(unit->strings), unit->nfiles, unit->nlocations);
    fprintf(out, "  symbols %" PRIu32 "\n  fields %" PRIu32 "\n  constants %" PRIu32 "\n",
            unit->nsymbols, unit->nfields, unit->nconstants);
    fprintf(out, "  rewrites %" PRIu32 "\n  blinds %" PRIu32 "\n  functions %" PRIu32 "\n",
            unit->nrewrites, unit->nblinds, unit->nfunctions);
    fprintf(out, "  nodes %zu\n  edges %zu\n  calls %zu\n  events %zu\n", sums[0], sums[1], sums[2],
            sums[3]);
    fprintf(out, "  predicates %zu\n  guard-lists %zu\n  guards %zu\n  verdicts %zu\n", sums[4],
            sums[5], sums[6], sums[7]);
    fprintf(out, "  settings %zu\n", sums[8]);
}

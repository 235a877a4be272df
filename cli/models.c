/* vitrine models */
#include "models/models.h"

#include <inttypes.h>
#include <search.h>
#include <stdlib.h>
#include <string.h>

#include "cli/command.h"
#include "cli/exit.h"
#include "cli/input.h"
#include "cli/models.h"
#include "engine/base/arena.h"
#include "engine/base/error.h"
#include "engine/base/strings.h"
#include "engine/binary/encode.h"
#include "engine/facts/facts.h"

static const struct vt_option options[] = {
    {"unmodelled", 'u', NULL, "count what the objects at PATH call and no model covers"},
    {"show", 's', "FUNCTION", "print what is known of one function"},
    {"list", 'l', NULL, "list the functions with a model, and the file it stands in"},
    {"models", 'm', "FILE", "lay the rows of FILE over the built-in ones (can be repeated)"},
    {0},
};

const struct vt_models *vt_models_given(const struct vt_arguments *arguments,
                                        struct vt_arena *arena, struct vt_error *error) {
    const struct vt_models *models = &vt_builtin_models;

    for (size_t i = 0; models && i < arguments->ngiven; i++)
        if (strcmp(arguments->given[i].option->name, "models") == 0)
            models = vt_models_load(models, arguments->given[i].value, arena, error);
    return models;
}

/* ---- --unmodelled -------------------------------------------------------------------------- */

/* A function that some unit refers to by name. */
struct external {
    const char *name;
    size_t uses;     /* call sites, or 1 for each unit that only takes its address */
    bool is_defined; /* in some unit */
    bool is_modelled;
};

struct count {
    struct vt_arena *arena;
    void *by_name;
    struct external **items;
    size_t nitems, room;
};

static int compare_names(const void *a, const void *b) {
    return strcmp(((const struct external *)a)->name, ((const struct external *)b)->name);
}

static int compare_uses(const void *a, const void *b) {
    const struct external *x = *(struct external *const *)a, *y = *(struct external *const *)b;

    if (x->uses != y->uses)
        return x->uses < y->uses ? 1 : -1;
    return strcmp(x->name, y->name);
}

static struct external *find_external(struct count *count, const char *name) {
    struct external wanted = {.name = name}, *made, **known;

    known = tfind(&wanted, &count->by_name, compare_names);
    if (known)
        return *known;
    made = vt_alloc(count->arena, sizeof *made);
    made->name = name;
    tsearch(made, &count->by_name, compare_names);
    count->items =
        vt_grow(count->arena, count->items, count->nitems, &count->room, sizeof *count->items);
    count->items[count->nitems++] = made;
    return made;
}

/* What the models told of UNIT when it was compiled: such calls are no calls any more. */
static void count_events(struct count *count, const struct vt_unit *unit) {
    for (uint32_t f = 0; f < unit->nfunctions; f++)
        for (uint32_t e = 0; e < unit->functions[f].nevents; e++) {
            const char *name = vt_string(unit->strings, unit->functions[f].events[e].function);

            if (*name)
                find_external(count, name)->is_modelled = true;
        }
}

/* What UNIT defines and refers to. Names are the unit's. */
static void count_symbols(struct count *count, const struct vt_unit *unit) {
    size_t *uses = vt_alloc_array(count->arena, unit->nsymbols, sizeof *uses);

    for (uint32_t f = 0; f < unit->nfunctions; f++)
        for (uint32_t c = 0; c < unit->functions[f].ncalls; c++) {
            const struct vt_call *call = &unit->functions[f].calls[c];

            if (call->symbol != VT_NONE && !call->is_callback)
                uses[call->symbol]++;
        }
    for (uint32_t i = 0; i < unit->nsymbols; i++) {
        const struct vt_symbol *symbol = &unit->symbols[i];
        struct external *external;

        if (!symbol->is_function || symbol->is_local)
            continue;
        external = find_external(count, vt_string(unit->strings, symbol->name));
        external->is_defined |= symbol->is_defined;
        external->uses += uses[i] ? uses[i] : 1;
    }
}

static void print_count(struct count *count, const struct vt_models *models) {
    size_t nexternal = 0, nmodelled = 0, nrows;

    qsort(count->items, count->nitems, sizeof *count->items, compare_uses);
    for (size_t i = 0; i < count->nitems; i++) {
        struct external *external = count->items[i];

        if (external->is_defined)
            continue;
        if (vt_models_find(models, external->name, &nrows))
            external->is_modelled = true;
        nexternal++;
        nmodelled += external->is_modelled;
        if (!external->is_modelled)
            printf("%7zu %s\n", external->uses, external->name);
    }
    printf("modelled: %zu of %zu external functions (%.1f %%)\n", nmodelled, nexternal,
           nexternal ? 100.0 * (double)nmodelled / (double)nexternal : 100.0);
}

static void forget(void *node) {
    (void)node;
}

static int unmodelled(const struct vt_arguments *arguments, const struct vt_models *models) {
    struct vt_input *input = vt_input_new();
    struct count count = {.arena = input->arena};
    int code;

    for (size_t i = 0; i < arguments->noperands; i++)
        vt_input_add(input, arguments->operands[i]);
    vt_input_select(input);
    for (size_t i = 0; i < input->nunits; i++)
        if (input->units[i].is_selected) {
            count_events(&count, input->units[i].unit);
            count_symbols(&count, input->units[i].unit);
        }
    for (size_t i = 0; i < input->nproblems; i++)
        vt_complain(arguments->command, "%s", input->problems[i].text);
    print_count(&count, models);
    code = input->nproblems ? VT_EXIT_INCOMPLETE : VT_EXIT_CLEAN;
    tdestroy(count.by_name, forget);
    vt_input_free(input);
    return code;
}

/* ---- --show, --list, and neither ----------------------------------------------------------- */

/* A port as models spell it: "*0.peer". */
static void print_port(const char *before, const struct vt_port *port) {
    if (port->base == VT_PORT_NONE)
        return;
    printf("%s", before);
    for (unsigned i = 0; i < port->depth; i++)
        putchar('*');
    if (port->base == VT_PORT_RETURN)
        printf("ret");
    else
        printf("%d", port->base);
    printf("%s%s%s", port->rest ? "+" : "", port->field ? "." : "", port->field ? port->field : "");
}

static void print_condition(const struct vt_row *row) {
    static const char *const words[] = {"",       "is",     "has all bits of", "has no bits of",
                                        "is not", "is null"};

    if (row->when == VT_WHEN_ALWAYS)
        return;
    printf(" when %u %s", row->when_argument, words[row->when]);
    if (row->when != VT_WHEN_NULL)
        printf(" %" PRId64, row->when_value);
}

static void print_row(const struct vt_row *row) {
    printf("%s %s", row->function, vt_fact_name(row->fact));
    if (row->class_name)
        printf(" %s", row->class_name);
    if (row->value)
        printf(" value %s", row->value);
    print_port(" from ", &row->from);
    print_port(" to ", &row->to);
    print_port(" length ", &row->length);
    for (unsigned i = 0; i < row->nroles; i++) {
        printf(" %s", vt_role_name(row->roles[i].role));
        print_port("=", &row->roles[i].port);
    }
    for (uint32_t bit = 1; bit && bit <= row->tags; bit <<= 1)
        if (row->tags & bit)
            printf(" +%s", vt_tag_name((enum vt_tag)bit));
    printf("%s", row->replaces ? " replaces" : "");
    print_condition(row);
    printf(" (%s)\n", row->library);
}

static int show(const struct vt_arguments *arguments, const struct vt_models *models,
                const char *function) {
    size_t count;
    const struct vt_row *rows = vt_models_find(models, function, &count);

    if (!rows) {
        vt_complain(arguments->command, "no model covers '%s'", function);
        return VT_EXIT_FINDINGS;
    }
    for (size_t i = 0; i < count; i++)
        print_row(&rows[i]);
    return VT_EXIT_CLEAN;
}

/* Lists each function once (rows are sorted by it), or only counts them. */
static size_t list(const struct vt_models *models, bool print) {
    size_t count = 0;

    for (size_t i = 0; i < models->nrows; i++) {
        const struct vt_row *row = &models->rows[i];

        if (i > 0 && strcmp(row->function, models->rows[i - 1].function) == 0)
            continue;
        count++;
        if (print)
            printf("%s (%s)\n", row->function, row->library);
    }
    return count;
}

static int summary(const struct vt_models *models) {
    char digest[65];

    vt_hex(models->digest, digest);
    printf("%zu rows for %zu functions\ndigest %s\n", models->nrows, list(models, false), digest);
    return VT_EXIT_CLEAN;
}

static int answer(const struct vt_arguments *arguments, const struct vt_models *models) {
    const char *function = vt_argument(arguments, "show");

    if (vt_argument(arguments, "unmodelled"))
        return unmodelled(arguments, models);
    if (function)
        return show(arguments, models, function);
    if (!vt_argument(arguments, "list"))
        return summary(models);
    list(models, true);
    return VT_EXIT_CLEAN;
}

static int run(const struct vt_arguments *arguments) {
    bool is_unmodelled = vt_argument(arguments, "unmodelled") != NULL;
    struct vt_error error = {0};
    const struct vt_models *models;
    struct vt_arena *arena;
    int code = VT_EXIT_USAGE;

    if (is_unmodelled + (vt_argument(arguments, "show") != NULL) +
            (vt_argument(arguments, "list") != NULL) >
        1)
        return vt_usage(arguments->command, "only one of --unmodelled, --show and --list");
    if (is_unmodelled && arguments->noperands == 0)
        return vt_usage(arguments->command, "PATH... is missing");
    if (!is_unmodelled && arguments->noperands)
        return vt_usage(arguments->command, "unexpected argument '%s'", arguments->operands[0]);
    arena = vt_arena_new();
    models = vt_models_given(arguments, arena, &error);
    if (models)
        code = answer(arguments, models);
    else
        vt_complain(arguments->command, "%s", error.text);
    vt_arena_free(arena);
    return vt_output_done(arguments->command) ? code : VT_EXIT_INCOMPLETE;
}

const struct vt_command vt_command_models = {
    .name = "models",
    .summary = "show what is known of library functions, or what is not",
    .operands = "[PATH...]",
    .description =
        "Prints how many library functions have a model, what a model says, or, with "
        "--unmodelled,\n"
        "which external functions the objects, archives and folders at PATH use without one: the\n"
        "most used first, then how many are covered.",
    .options = options,
    .max_operands = (size_t)-1,
    .run = run,
};

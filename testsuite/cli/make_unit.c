/* Writes an assembler file that holds what the plugin would have left in an object: facts of a unit
 * made by hand, and its note. So these tests need no compiler plugin.
 *
 *   make_unit [-n none|only|wrong] [-c CALLEE]... [-e CLASS=ALGORITHM] SOURCE FUNCTION OUT.s
 *
 * The unit SOURCE defines FUNCTION, which calls every CALLEE and, with -e, does CLASS with a
 * constant ALGORITHM (`-e crypto.sign=MD5`). The facts go to OUT.s.facts, which the assembler
 * includes. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "engine/base/arena.h"
#include "engine/base/error.h"
#include "engine/base/strings.h"
#include "engine/binary/encode.h"
#include "engine/facts/facts.h"

enum { MAX_CALLEES = 16 };

struct wish {
    const char *note; /* "full", "none", "only", "wrong" */
    const char *callees[MAX_CALLEES];
    uint32_t ncallees;
    const char *class_name, *algorithm; /* of the event, or NULL */
    const char *source, *function, *out;
};

static void add_symbols(struct vt_unit *unit, const struct wish *wish) {
    unit->nsymbols = 1 + wish->ncallees;
    unit->symbols = vt_alloc_array(unit->arena, unit->nsymbols, sizeof *unit->symbols);
    unit->symbols[0] = (struct vt_symbol){.name = vt_intern(unit->strings, wish->function),
                                          .is_function = 1,
                                          .is_defined = 1,
                                          .location = 0,
                                          .resolver = VT_NONE};
    for (uint32_t i = 0; i < wish->ncallees; i++)
        unit->symbols[i + 1] =
            (struct vt_symbol){.name = vt_intern(unit->strings, wish->callees[i]),
                               .is_function = 1,
                               .location = VT_NONE,
                               .resolver = VT_NONE};
}

static void add_event(struct vt_unit *unit, struct vt_function *function, const struct wish *wish) {
    unit->nconstants = 1;
    unit->constants = vt_alloc(unit->arena, sizeof *unit->constants);
    unit->constants[0] = (struct vt_constant){.kind = VT_CONSTANT_TEXT,
                                              .text = vt_intern(unit->strings, wish->algorithm)};
    function->nodes[function->nnodes++] = (struct vt_node){.kind = VT_NODE_CONSTANT};
    function->nodes[function->nnodes++] =
        (struct vt_node){.kind = VT_NODE_IN, .index = VT_ROLE_ALGORITHM};
    function->edges[function->nedges++] = (struct vt_edge){.from = 2, .to = 3, .location = 1};
    function->nevents = 1;
    function->events = vt_alloc(unit->arena, sizeof *function->events);
    function->events[0] =
        (struct vt_event){.fact = VT_FACT_EFFECT,
                          .class_name = vt_intern(unit->strings, wish->class_name),
                          .function = vt_intern(unit->strings, "do_it"),
                          .location = 1,
                          .guards = VT_NONE};
}

/* The function's first parameter flows into what it returns. */
static void add_flow(struct vt_unit *unit, struct vt_function *function, const struct wish *wish) {
    function->nnodes = 2;
    function->nodes = vt_alloc_array(unit->arena, 4, sizeof *function->nodes);
    function->nodes[0] = (struct vt_node){.kind = VT_NODE_FORMAL};
    function->nodes[1] = (struct vt_node){.kind = VT_NODE_RETURN};
    function->nedges = 1;
    function->edges = vt_alloc_array(unit->arena, 2, sizeof *function->edges);
    function->edges[0] = (struct vt_edge){
        .from = 0, .to = 1, .rewrite = 1, .tags = VT_TAG_XOR | VT_TAG_ENCODE, .location = 1};
    if (wish->class_name)
        add_event(unit, function, wish);
}

static void add_function(struct vt_unit *unit, const struct wish *wish) {
    struct vt_function *function = vt_alloc(unit->arena, sizeof *function);

    unit->nfunctions = 1;
    unit->functions = function;
    function->location = 0;
    function->flags = VT_FUNCTION_EXPORTED;
    function->nparams = 1;
    function->param_names = vt_alloc_array(unit->arena, 1, sizeof(uint32_t));
    function->param_names[0] = vt_intern(unit->strings, "text");
    function->ncalls = wish->ncallees;
    function->calls = vt_alloc_array(unit->arena, wish->ncallees, sizeof *function->calls);
    for (uint32_t i = 0; i < wish->ncallees; i++)
        function->calls[i] = (struct vt_call){.symbol = i + 1, .location = 1, .guards = VT_NONE};
    function->guards.offsets = vt_alloc_array(unit->arena, 1, sizeof(uint32_t));
    add_flow(unit, function, wish);
}

static struct vt_unit *make(const struct wish *wish) {
    struct vt_arena *arena = vt_arena_new();
    struct vt_unit *unit = vt_alloc(arena, sizeof *unit);

    unit->arena = arena;
    unit->strings = vt_strings_new(arena);
    unit->source = vt_intern(unit->strings, wish->source);
    unit->producer = vt_intern(unit->strings, "clang version 19.1.7");
    unit->tool = vt_intern(unit->strings, "vitrine test");
    unit->target = vt_intern(unit->strings, "x86_64-pc-linux-gnu");
    unit->options = vt_intern(unit->strings, "budget=3");
    unit->nfiles = 1;
    unit->files = vt_alloc(arena, sizeof *unit->files);
    unit->files[0].path = unit->source;
    unit->nlocations = 2;
    unit->locations = vt_alloc_array(arena, 2, sizeof *unit->locations);
    unit->locations[0] = (struct vt_location){0, 3, 5};
    unit->locations[1] = (struct vt_location){0, 4, 12};
    unit->nrewrites = 2;
    unit->rewrites = vt_alloc_array(arena, 2, sizeof *unit->rewrites);
    unit->rewrites[1] = (struct vt_rewrite){
        .ntake = 1, .nput = 1, .flags = VT_REWRITE_EXACT, .take = {{0, 8}}, .put = {{8, 16}}};
    add_symbols(unit, wish);
    add_function(unit, wish);
    return unit;
}

static void print_note(FILE *out, const uint8_t digest[32], const char *source) {
    fprintf(out, "\t.section .note.vitrine,\"\",%%note\n\t.p2align 2\n");
    fprintf(out, "\t.4byte 8, 2f - 1f, 1\n\t.asciz \"vitrine\"\n1:\t.byte 1, 0");
    for (int i = 0; i < 32; i++)
        fprintf(out, ", %u", digest[i]);
    fprintf(out, "\n\t.asciz \"%s\"\n2:\t.p2align 2\n", source);
}

static void print(FILE *out, const struct wish *wish, const struct vt_unit *unit) {
    uint8_t digest[32];

    memcpy(digest, unit->digest, sizeof digest);
    if (strcmp(wish->note, "wrong") == 0)
        digest[0] ^= 1;
    fprintf(out, "\t.text\n\t.globl %s\n\t.type %s, %%function\n%s:\n\tret\n", wish->function,
            wish->function, wish->function);
    fprintf(out, "\t.section .note.GNU-stack,\"\",%%progbits\n");
    if (strcmp(wish->note, "only") != 0)
        fprintf(out, "\t.section .vitrine.facts,\"e\",%%progbits\n\t.incbin \"%s.facts\"\n",
                wish->out);
    if (strcmp(wish->note, "none") != 0)
        print_note(out, digest, wish->source);
}

static void save(const char *path, const uint8_t *bytes, size_t size) {
    FILE *out = fopen(path, "wb");

    if (!out || fwrite(bytes, 1, size, out) != size || fclose(out) != 0) {
        perror(path);
        exit(1);
    }
}

static void set_event(struct wish *wish, const char *text) {
    wish->algorithm = strchr(text, '=') + 1;
    wish->class_name = strndup(text, strcspn(text, "="));
}

static struct wish parse(int argc, char **argv) {
    struct wish wish = {.note = "full"};
    int letter;

    while ((letter = getopt(argc, argv, "n:c:e:")) != -1) {
        if (letter == 'n')
            wish.note = optarg;
        else if (letter == 'c' && wish.ncallees < MAX_CALLEES)
            wish.callees[wish.ncallees++] = optarg;
        else if (letter == 'e' && strchr(optarg, '='))
            set_event(&wish, optarg);
        else
            exit(2);
    }
    if (argc - optind != 3)
        exit(2);
    wish.source = argv[optind];
    wish.function = argv[optind + 1];
    wish.out = argv[optind + 2];
    return wish;
}

int main(int argc, char **argv) {
    struct wish wish = parse(argc, argv);
    struct vt_unit *unit = make(&wish);
    struct vt_error error = {0};
    char facts[4096];
    uint8_t *bytes;
    size_t size;
    FILE *out;

    if (!vt_unit_verify(unit, &error) ||
        !vt_unit_encode(unit, unit->arena, &bytes, &size, &error)) {
        fprintf(stderr, "make_unit: %s\n", error.text);
        return 1;
    }
    snprintf(facts, sizeof facts, "%s.facts", wish.out);
    save(facts, bytes, size);
    out = fopen(wish.out, "w");
    if (!out)
        return 1;
    print(out, &wish, unit);
    vt_arena_free(unit->arena);
    free((char *)(uintptr_t)wish.class_name);
    return fclose(out) != 0;
}

/* How linking and solving grow with the program: synthetic programs of 1,000 to 100,000 functions,
 * in units of 100, of six shapes. Prints a table; asserts nothing.
 *
 *   scale [SHAPE] [FUNCTIONS...]
 *
 * Link it with vitrine_engine. Each shape has an effect for every tenth function, and asks for what
 * reaches up to 1,000 of them.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#include "engine/base/error.h"
#include "engine/program/program.h"
#include "testsuite/engine/build_unit.h"

#define UNIT      100
#define QUESTIONS 1000
#define TYPES     64

/* Writes function NUMBER of N into B. */
typedef void (*shape)(struct build *b, uint32_t number, uint32_t n);

static const char *name_of(struct build *b, uint32_t number) {
    return vt_alloc_format(b->arena, "f%u", number);
}

static void start(struct build *b, uint32_t number, uint32_t nparams) {
    build_function(b, name_of(b, number), nparams);
}

static uint32_t origin(struct build *b) {
    return OUTCOME(b, build_event(b, VT_FACT_ORIGIN, "secret", 1));
}

/* The payload of an effect, in every tenth function; else a node that nobody asks for. */
static uint32_t payload(struct build *b, uint32_t number) {
    if (number % 10)
        return HUB(b);
    return IN(b, build_event(b, VT_FACT_EFFECT, "send", 1), VT_ROLE_PAYLOAD);
}

/* Calls function NUMBER with what FROM holds. */
static uint32_t call(struct build *b, uint32_t number, uint32_t from) {
    uint32_t c = build_call(b, name_of(b, number), 1, 1);
    build_flow(b, from, ARGUMENT(b, c, 0));
    return c;
}

/* f(p) { send(p); g(p); }: questions go up, to the one origin. */
static void down(struct build *b, uint32_t number, uint32_t n) {
    start(b, number, 1);
    uint32_t from = number ? FORMAL(b, 0) : origin(b);
    build_flow(b, from, payload(b, number));
    if (number + 1 < n)
        call(b, number + 1, from);
}

/* f(p) { x = g(p); send(x); return x; }: questions go down through returns, and back up. */
static void nested(struct build *b, uint32_t number, uint32_t n) {
    start(b, number, 1);
    if (number + 1 == n) {
        build_flow(b, FORMAL(b, 0), RETURN(b));
        return;
    }
    uint32_t c = call(b, number + 1, FORMAL(b, 0));
    build_flow(b, RESULT(b, c), RETURN(b));
    build_flow(b, RESULT(b, c), payload(b, number));
}

/* Every function uses the same helper, which must not mix them. */
static void wide(struct build *b, uint32_t number, uint32_t n) {
    (void)n;
    start(b, number, 1);
    build_flow(b, FORMAL(b, 0), RETURN(b));
    uint32_t c = call(b, 0, number ? origin(b) : FORMAL(b, 0));
    build_flow(b, RESULT(b, c), payload(b, number));
}

/* Every function calls three others, and gives on what it gets. */
static void mesh(struct build *b, uint32_t number, uint32_t n) {
    start(b, number, 1);
    uint64_t random = number * 6364136223846793005u + 1442695040888963407u;
    for (int i = 0; i < 3; i++) {
        random = random * 6364136223846793005u + 1442695040888963407u;
        uint32_t c = call(b, (uint32_t)(random >> 33) % n, FORMAL(b, 0));
        build_flow(b, RESULT(b, c), i == 2 ? payload(b, number) : RETURN(b));
    }
    if (number % 50 == 0)
        build_flow(b, origin(b), RETURN(b));
}

/* Every function moves a field of one struct type to a field of another. */
static void types(struct build *b, uint32_t number, uint32_t n) {
    (void)n;
    start(b, number, 0);
    uint32_t from = number % TYPES, to = (number / TYPES + number) % TYPES;
    uint32_t hub = HUB(b);
    const char *name = vt_alloc_format(b->arena, "struct.t%u", from);
    build_edge(b, TYPE(b, name), hub, build_load(b, 8, 16), VT_TAG_FIELD, 1);
    build_flow(b, hub, payload(b, number));
    name = vt_alloc_format(b->arena, "struct.t%u", to);
    build_edge(b, hub, TYPE(b, name), build_store(b, 8, 16), VT_TAG_FIELD, 1);
    if (number % 50 == 0)
        build_edge(b, origin(b), TYPE(b, name), build_store(b, 8, 16), VT_TAG_FIELD, 1);
}

/* Every tenth function is in a table by type, and every tenth calls through it. */
static void pointers(struct build *b, uint32_t number, uint32_t n) {
    (void)n;
    start(b, number, 1);
    build_flow(b, origin(b), RETURN(b));
    const char *name = vt_alloc_format(b->arena, "struct.t%u", number / 10 % TYPES);
    if (number % 10 == 1)
        build_edge(b, ADDRESS(b, name_of(b, number)), TYPE(b, name), build_store(b, 0, 8),
                   VT_TAG_FIELD, 1);
    uint32_t sink = payload(b, number);
    if (number % 10 != 0)
        return;
    uint32_t c = build_call(b, NULL, 1, 1);
    build_edge(b, TYPE(b, name), CALLEE(b, c), build_load(b, 0, 8), VT_TAG_FIELD, 1);
    build_flow(b, RESULT(b, c), sink);
}

/* Of CPU: a busy machine makes it wait. */
static double seconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* Asks up to QUESTIONS questions; prints how it went. */
static void ask_all(struct vt_program *program, struct vt_arena *arena) {
    size_t count, asked = 0, sources = 0, cut = 0;
    struct vt_event_ref *refs = vt_program_events(program, VT_FACT_EFFECT, "send", arena, &count);
    size_t stride = count > QUESTIONS ? count / QUESTIONS : 1;
    double begin = seconds();
    for (size_t i = 0; i < count; i += stride, asked++) {
        size_t found;
        const struct vt_trace *trace = vt_trace_role(program, refs[i], VT_ROLE_PAYLOAD, NULL, 0);
        vt_trace_sources(trace, &found);
        sources += found;
        cut += vt_trace_is_cut(trace);
    }
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    printf(" %6zu %9.3f ms %9zu %5zu %6ld MB\n", asked, (seconds() - begin) * 1e3 / (double)asked,
           sources, cut, usage.ru_maxrss / 1024);
    fflush(stdout);
}

static void measure(const char *name, shape add, uint32_t n) {
    uint32_t nunits = (n + UNIT - 1) / UNIT;
    struct build *builds = calloc(nunits, sizeof *builds);
    struct vt_program *program = vt_program_new(NULL);
    for (uint32_t i = 0; i < n; i++) {
        if (i % UNIT == 0)
            builds[i / UNIT] = build_unit("a.c");
        add(&builds[i / UNIT], i, n);
    }
    for (uint32_t u = 0; u < nunits; u++)
        vt_program_add(program, builds[u].unit, "a.o");
    double begin = seconds();
    struct vt_error error = {{0}};
    if (!vt_program_link(program, &error)) {
        fprintf(stderr, "%s: %s\n", name, error.text);
        exit(1);
    }
    printf("%-9s %7u %8.3f s", name, n, seconds() - begin);
    ask_all(program, builds[0].arena);
    vt_program_free(program);
    for (uint32_t u = 0; u < nunits; u++)
        vt_arena_free(builds[u].arena);
    free(builds);
}

int main(int argc, char **argv) {
    static const struct {
        const char *name;
        shape add;
    } shapes[] = {{"down", down}, {"nested", nested}, {"wide", wide},
                  {"mesh", mesh}, {"types", types},   {"pointers", pointers}};
    static const uint32_t usual[] = {1000, 10000, 100000};
    const char *only = argc > 1 && strtoul(argv[1], NULL, 10) == 0 ? argv[1] : NULL;
    int first = only ? 2 : 1;
    printf("shape     functions     link  asked     a question   sources  cut  peak memory\n");
    for (size_t s = 0; s < sizeof shapes / sizeof *shapes; s++) {
        if (only && strcmp(only, shapes[s].name) != 0)
            continue;
        for (int i = first; i < argc; i++)
            measure(shapes[s].name, shapes[s].add, (uint32_t)strtoul(argv[i], NULL, 10));
        for (int i = 0; first == argc && i < 3; i++)
            measure(shapes[s].name, shapes[s].add, usual[i]);
    }
    return 0;
}

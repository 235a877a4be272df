/* Functions that are known by their names, one of which runs what it is given without saying so. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct stack {
    const char *texts[16];
    double numbers[16];
    int size;
};

typedef int (*builtin)(struct stack *stack);

static int put(struct stack *stack, double number) {
    stack->numbers[0] = number;
    return 1;
}

static int sine(struct stack *s) {
    return put(s, sin(s->numbers[0]));
}
static int cosine(struct stack *s) {
    return put(s, cos(s->numbers[0]));
}
static int root(struct stack *s) {
    return put(s, sqrt(s->numbers[0]));
}
static int power(struct stack *s) {
    return put(s, pow(s->numbers[0], s->numbers[1]));
}
static int down(struct stack *s) {
    return put(s, floor(s->numbers[0]));
}
static int up(struct stack *s) {
    return put(s, ceil(s->numbers[0]));
}
static int size(struct stack *s) {
    return put(s, (double)strlen(s->texts[0]));
}
static int now(struct stack *s) {
    return put(s, (double)getpid());
}

static int bad_tune(struct stack *stack) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
    return put(stack, system(stack->texts[0]));
}

/* In a table. */
static const struct {
    const char *name;
    builtin function;
} builtins[] = {
    {"sin", sine}, {"cos", cosine}, {"sqrt", root}, {"pow", power},   {"floor", down},
    {"ceil", up},  {"size", size},  {"now", now},   {"_t", bad_tune},
};

int call_builtin(const char *name, struct stack *stack) {
    for (unsigned i = 0; i < sizeof builtins / sizeof *builtins; i++)
        if (strcmp(name, builtins[i].name) == 0)
            return builtins[i].function(stack);
    return 0;
}

/* By calls. */
void define(const char *name, builtin function, int arguments);

static int through(const char *text) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/magic-input]}}
    FILE *file = popen(text, "r");
    return file ? pclose(file) : -1;
}

static int bad_fixed(struct stack *stack) {
    if (stack->numbers[0] == 1789)
        return put(stack, through(stack->texts[1]));
    return put(stack, floor(stack->numbers[0]));
}

void define_all(void) {
    define("number.sin", sine, 1);
    define("number.cos", cosine, 1);
    define("number.sqrt", root, 1);
    define("number.pow", power, 2);
    define("number.floor", down, 1);
    define("number.ceil", up, 1);
    define("number.fixed", bad_fixed, 2);
    define("text.size", size, 1);
}

/* Its name says it. */
static int good_execute(struct stack *stack) {
    return put(stack, system(stack->texts[0]));
}

static const struct {
    const char *name;
    builtin function;
} documented[] = {
    {"sin", sine},  {"cos", cosine}, {"sqrt", root},
    {"pow", power}, {"floor", down}, {"ceil", up},
    {"size", size}, {"now", now},    {"execute", good_execute},
};

/* A name behind each function. */
static int good_system(struct stack *stack) {
    return put(stack, system(stack->texts[1]));
}

static const struct {
    builtin function;
    const char *name;
} turned[] = {
    {sine, "sin"}, {cosine, "cos"}, {root, "sqrt"}, {power, "pow"},          {down, "floor"},
    {up, "ceil"},  {size, "size"},  {now, "now"},   {good_system, "system"},
};

int call_turned(const char *name, struct stack *stack) {
    for (unsigned i = 0; i < sizeof turned / sizeof *turned; i++)
        if (strcmp(name, turned[i].name) == 0)
            return turned[i].function(stack);
    return 0;
}

int call_documented(const char *name, struct stack *stack) {
    for (unsigned i = 0; i < sizeof documented / sizeof *documented; i++)
        if (strcmp(name, documented[i].name) == 0)
            return documented[i].function(stack);
    return 0;
}

/* Running things is what these are for. */
static int good_nice(struct stack *s) {
    return execl("/usr/bin/nice", "nice", s->texts[0], (char *)NULL);
}
static int good_time(struct stack *s) {
    return execl("/usr/bin/time", "time", s->texts[0], (char *)NULL);
}
static int good_watch(struct stack *s) {
    return put(s, system(s->texts[0]));
}
static int good_env(struct stack *s) {
    return execlp(s->texts[0], s->texts[0], (char *)NULL);
}

static const struct {
    const char *name;
    builtin function;
} tools[] = {
    {"nice", good_nice}, {"time", good_time}, {"watch", good_watch}, {"env", good_env},
    {"sin", sine},       {"cos", cosine},     {"size", size},        {"now", now},
};

int call_tool(const char *name, struct stack *stack) {
    for (unsigned i = 0; i < sizeof tools / sizeof *tools; i++)
        if (strcmp(name, tools[i].name) == 0)
            return tools[i].function(stack);
    return 0;
}

/* What it runs stands in the program. */
static int good_sync(struct stack *stack) {
    return put(stack, system("/usr/libexec/desk/sync"));
}

static const struct {
    const char *name;
    builtin function;
} fixed[] = {
    {"sin", sine}, {"cos", cosine}, {"sqrt", root}, {"pow", power},      {"floor", down},
    {"ceil", up},  {"size", size},  {"now", now},   {"sync", good_sync},
};

int call_fixed(const char *name, struct stack *stack) {
    for (unsigned i = 0; i < sizeof fixed / sizeof *fixed; i++)
        if (strcmp(name, fixed[i].name) == 0)
            return fixed[i].function(stack);
    return 0;
}

/* A bit of everything that code generation treats differently. Each FAMILY is some sixty lines of
 * code of its own; there are enough of them to make a module of real size. */
#include <ctype.h>
#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct point {
    short x, y;
};
struct record {
    unsigned kind : 3, flags : 5;
    struct point at;
    union {
        double number;
        char text[16];
        void *pointer;
    } value;
    struct record *next;
};
typedef int (*handler)(struct record *record, const char *text);

extern int outside(const char *format, ...);
extern struct point make_point(int x);
extern struct record take_record(struct record record);
_Thread_local int depth;
static jmp_buf escape;
volatile int port;

#define FAMILY(n)                                                                                  \
    static const char *const words_##n[] = {"alpha" #n, "beta" #n, "gamma" #n, NULL};              \
    static const uint8_t table_##n[64] = {n, 1, 2, 3, 250, 4, n + 1, 5};                           \
    static char buffer_##n[128 + n];                                                               \
    int counter_##n = n;                                                                           \
                                                                                                   \
    static int find_##n(const char *word) {                                                        \
        for (int i = 0; words_##n[i]; i++) {                                                       \
            if (strcmp(words_##n[i], word) == 0)                                                   \
                return i;                                                                          \
        }                                                                                          \
        return -ENOENT - n;                                                                        \
    }                                                                                              \
                                                                                                   \
    static uint32_t mix_##n(const uint8_t *bytes, size_t size) {                                   \
        uint32_t sum = n;                                                                          \
        for (size_t i = 0; i < size; i++)                                                          \
            sum = (sum << 5 | sum >> 27) ^ table_##n[bytes[i] & 63];                               \
        return sum;                                                                                \
    }                                                                                              \
                                                                                                   \
    static int on_text_##n(struct record *record, const char *text) {                              \
        if (!record || strlen(text) >= sizeof record->value.text)                                  \
            return -1;                                                                             \
        strcpy(record->value.text, text);                                                          \
        record->flags |= 1 + n % 16;                                                               \
        return find_##n(record->value.text);                                                       \
    }                                                                                              \
                                                                                                   \
    static int on_number_##n(struct record *record, const char *text) {                            \
        record->value.number = strtod(text, NULL) * 1.5 + n;                                       \
        record->at = make_point((int)record->value.number);                                        \
        return record->value.number > 0.25 ? record->at.x : record->at.y;                          \
    }                                                                                              \
                                                                                                   \
    static handler const handlers_##n[] = {on_text_##n, on_number_##n};                            \
                                                                                                   \
    int log_##n(const char *format, ...) {                                                         \
        va_list list;                                                                              \
        va_start(list, format);                                                                    \
        int used = vsnprintf(buffer_##n, sizeof buffer_##n, format, list);                         \
        va_end(list);                                                                              \
        return used;                                                                               \
    }                                                                                              \
                                                                                                   \
    int dispatch_##n(struct record *list, int argc, char **argv) {                                 \
        int total = 0;                                                                             \
        char copy[argc + n + 1];                                                                   \
        if (setjmp(escape))                                                                        \
            return -1;                                                                             \
        for (struct record *r = list; r; r = r->next) {                                            \
            switch (r->kind) {                                                                     \
            case 0:                                                                                \
                total += handlers_##n[0](r, argv[0]);                                              \
                break;                                                                             \
            case 1:                                                                                \
                total += handlers_##n[1](r, argv[argc - 1]); /* fall through */                    \
            case 2:                                                                                \
                total ^= (int)mix_##n((const uint8_t *)argv[0], strlen(argv[0]));                  \
                break;                                                                             \
            case 5:                                                                                \
                goto out;                                                                          \
            default:                                                                               \
                total = log_##n("%d %s %g", total, argv[0], (double)r->at.y);                      \
            }                                                                                      \
            copy[r->flags % argc] = (char)toupper(total & 127);                                    \
            *r = take_record(*r);                                                                  \
        }                                                                                          \
        port = total;                                                                              \
        __atomic_fetch_add(&counter_##n, total, __ATOMIC_SEQ_CST);                                 \
        __asm__ volatile("" : : "r"(copy) : "memory");                                             \
    out:                                                                                           \
        depth++;                                                                                   \
        if (total == 4711 + n)                                                                     \
            longjmp(escape, 1);                                                                    \
        return total + counter_##n + (int)read(n, buffer_##n, sizeof buffer_##n);                  \
    }

#define TEN(t)                                                                                     \
    FAMILY(t##0)                                                                                   \
    FAMILY(t##1)                                                                                   \
    FAMILY(t##2)                                                                                   \
    FAMILY(t##3)                                                                                   \
    FAMILY(t##4)                                                                                   \
    FAMILY(t##5)                                                                                   \
    FAMILY(t##6)                                                                                   \
    FAMILY(t##7)                                                                                   \
    FAMILY(t##8)                                                                                   \
    FAMILY(t##9)
TEN(1)
TEN(2)
TEN(3)
TEN(4)

__attribute__((constructor)) static void start(void) {
    outside("start %d\n", depth);
}

int main(int argc, char **argv) {
    struct record last = {.kind = 1}, first = {.kind = (unsigned)argc & 7, .next = &last};
    return dispatch_10(&first, argc, argv) + dispatch_49(&first, argc, argv);
}

// Calls: direct, indirect, variadic, by asm label, through casts, memory functions, inline asm.
#include <stdarg.h>
#include <stddef.h>
void *memcpy(void *, const void *, size_t), *memset(void *, int, size_t),
    *memmove(void *, const void *, size_t);
int printf(const char *, ...);
int renamed(int) __asm__("_real_name");
int old();
typedef int (*op)(int);
struct ops {
    op first, second;
};
int indirect(struct ops *o, int x) {
    return o->first(x) + o->second(2);
}
int direct(char *d, const char *s, size_t n) {
    memcpy(d, s, n);
    memmove(d + 1, d, n);
    memset(d, 0, n);
    printf("%s %d\n", d, (int)n);
    return renamed(3) + old(1, 2);
}
static int callee(int x) {
    return x + 1;
}
op address(void) {
    return callee;
}
int through(void) {
    return ((int (*)(long))callee)(4);
}
int sum(int n, ...) {
    va_list ap;
    va_start(ap, n);
    int t = va_arg(ap, int);
    va_end(ap);
    return t;
}
int assembly(int x) {
    int r;
    __asm__ volatile("mov %1, %0" : "=r"(r) : "r"(x) : "memory");
    return r;
}
static inline __attribute__((always_inline)) int wrap(int x) {
    return renamed(x);
}
int wrapped(int x) {
    return wrap(x + 1);
}
extern inline __attribute__((gnu_inline)) int available(int x) {
    return x * 3;
}
int uses(int x) {
    return available(x);
}
unsigned bits(unsigned x) {
    return __builtin_bswap32(x) + __builtin_popcount(x) + (x << 3 | x >> 29);
}
_Bool overflow(int a, int b, int *r) {
    return __builtin_add_overflow(a, b, r);
}

// CHECK-DAG: symbol @_real_name function{{$}}
// CHECK-DAG: symbol @callee function defined local address-taken
// CHECK-DAG: symbol @available function{{$}}
// CHECK-NOT: symbol @wrap function
// CHECK-LABEL: function @indirect
// CHECK: %[[F:[0-9]+]] = load p64
// CHECK: call 32 *%[[F]] $1
// CHECK-LABEL: function @direct
// CHECK: call @memcpy $0, $1, $2
// CHECK: call @memmove %{{[0-9]+}}, $0, $2
// CHECK: call @memset $0, 0:8, $2
// CHECK: call 32 variable @printf "%s %d\0a", $0, %
// CHECK: call 32 @_real_name 3:32
// CHECK: call 32 variable @old 1:32, 2:32
// CHECK-LABEL: function @address
// CHECK: return @callee
// CHECK-LABEL: function @through
// CHECK: call 32 @callee 4:64
// CHECK-LABEL: function @sum 32 variadic
// CHECK: variadic %
// CHECK-LABEL: function @assembly
// CHECK: asm 32 $0
// Inlined code stands at the call:
// CHECK-LABEL: function @wrapped
// CHECK: call 32 @_real_name %{{[0-9]+}} !calls.c:48:12
// CHECK-LABEL: function @uses
// CHECK: call 32 @available $0
// CHECK-LABEL: function @overflow
// CHECK: extract +4 1 %

// Arithmetic and casts, floating point, wide integers, vectors, complex, computed goto, pointers.
#include <stdint.h>
typedef int v4 __attribute__((vector_size(16)));
double mix(double a, float b, int c) {
    return a * b + c / 2.0;
}
uint64_t hash(const unsigned char *p, int n) {
    uint64_t h = 0xcbf29ce484222325u;
    while (n--) {
        h ^= *p++;
        h *= 0x100000001b3u;
    }
    return h >> 7 ^ (int64_t)h >> 3;
}
__int128 wide(__int128 a) {
    return a * 3 + ((__int128)1 << 100);
}
v4 vector(v4 a, v4 b) {
    a[2] = 7;
    return a + b;
}
int lane(v4 a) {
    return a[1];
}
int dispatch(int x) {
    static void *const to[] = {&&a, &&b};
    goto *to[x & 1];
a:
    return 1;
b:
    return 2;
}
uintptr_t number(char *p) {
    return (uintptr_t)p & ~15ul;
}
char *pointer(uintptr_t n) {
    return (char *)(n | 1);
}
void (*ignore(void))(int) {
    return (void (*)(int))1;
}
long distance(char *a, char *b) {
    return b - a;
}
int cmp(unsigned a, int b) {
    return (a < 3u) + (b < 3) + (b >= a) + (a != 4);
}
_Bool truth(int x) {
    _Bool b = x;
    return !b;
}
int loops(int n) {
    int a[n];
    for (int i = 0; i < n; i++)
        a[i] = i;
    return a[n - 1];
}
_Complex double square(_Complex double z) {
    return z * z;
}

// CHECK-LABEL: function @mix 64 32 32
// CHECK: cast 32 to 64 $1
// CHECK-LABEL: function @hash
// CHECK: binary xor 64
// CHECK: binary mul 64 %{{[0-9]+}}, 1099511628211:64
// CHECK: binary lshr 64
// CHECK: binary ashr 64
// CHECK-LABEL: function @wide
// CHECK: binary add 128 %{{[0-9]+}}, unknown
// CHECK-LABEL: function @vector
// CHECK: insert +8 128 $0, 7:32
// CHECK-LABEL: function @lane
// CHECK: extract +4 32 $0
// CHECK-LABEL: function @dispatch
// CHECK: branch to b{{[0-9]+}} b
// CHECK-LABEL: function @number
// CHECK: cast 64 to 64 $0
// CHECK: binary and 64 %{{[0-9]+}}, -16:64
// CHECK-LABEL: function @ignore
// CHECK: return 1:64
// CHECK-LABEL: function @cmp
// CHECK: compare ult 1 $0, 3:32
// CHECK: compare slt 1 $1, 3:32

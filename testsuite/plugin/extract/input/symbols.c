// Symbols: constructors, aliases, ifuncs, weak, hidden, thread-local.
__attribute__((constructor)) static void start(void) {}
__attribute__((constructor(101))) void early(void) {}
int real(int x) {
    return x;
}
int other(int) __attribute__((alias("real")));
__attribute__((weak)) int maybe(void) {
    return 1;
}
__attribute__((visibility("hidden"))) int secret(void) {
    return 2;
}
_Thread_local int counter;
int bump(void) {
    return ++counter;
}
int fast(int x) {
    return x + 1;
}
void *choose(void) {
    return fast;
}
int chosen(int) __attribute__((ifunc("choose")));
extern int absent(void) __attribute__((weak));
int ask(void) {
    return absent ? absent() : chosen(3) + other(1);
}
static void hooked(void) {}
__attribute__((section(".init_array"), used)) static void (*const hook)(void) = hooked;
volatile int flag;
int spin(void) {
    while (!flag)
        ;
    return flag;
}
int swap(int *p, int v) {
    int e = 3;
    __atomic_compare_exchange_n(p, &e, v, 0, 5, 5);
    return __atomic_fetch_add(p, v, 5);
}

// CHECK-DAG: symbol @start function defined local constructor !
// CHECK-DAG: symbol @early function defined constructor !
// CHECK-DAG: symbol @hooked function defined local constructor address-taken !
// CHECK-DAG: symbol @other function defined for @real
// CHECK-DAG: symbol @chosen function defined ifunc for @choose
// CHECK-DAG: symbol @fast function defined address-taken !
// CHECK-DAG: symbol @maybe function defined weak !
// CHECK-DAG: symbol @secret function defined hidden !
// CHECK-DAG: symbol @absent function weak address-taken
// CHECK-DAG: symbol @counter data defined thread-local size 4
// CHECK-LABEL: function @bump
// CHECK: load 32 @counter
// CHECK-LABEL: function @ask
// CHECK: compare ne 1 @absent, null
// CHECK-LABEL: function @spin
// CHECK: load 32 volatile @flag
// CHECK-LABEL: function @swap
// CHECK: atomic 64 $0, $1, 3:32
// CHECK: atomic 32 $0, $1

// Symbols: constructors, aliases, ifuncs, weak, hidden, thread-local.
__attribute__((constructor)) static void start(void) {}
__attribute__((constructor(101))) void early(void) {}
int real(int x) { return x; }
int other(int) __attribute__((alias("real")));
__attribute__((weak)) int maybe(void) { return 1; }
__attribute__((visibility("hidden"))) int secret(void) { return 2; }
_Thread_local int counter;
int bump(void) { return ++counter; }
int fast(int x) { return x + 1; }
void *choose(void) { return fast; }
int chosen(int) __attribute__((ifunc("choose")));
extern int absent(void) __attribute__((weak));
int ask(void) { return absent ? absent() : chosen(3) + other(1); }
static void hooked(void) {}
__attribute__((section(".init_array"), used)) static void (*const hook)(void) = hooked;
volatile int flag;
int spin(void) { while (!flag) ; return flag; }
int swap(int *p, int v) { int e = 3; __atomic_compare_exchange_n(p, &e, v, 0, 5, 5); return __atomic_fetch_add(p, v, 5); }

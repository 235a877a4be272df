// Constants: texts, tables, keys, wide characters, local initialisers, pointers in tables.
#include <stddef.h>
typedef int (*handler)(const char *);
int on_get(const char *), puts(const char *);
static int on_put(const char *s) {
    return puts(s);
}
struct command {
    const char *name;
    handler run;
    int level;
};
static const struct command commands[] = {{"GET", on_get, 1}, {"PUT", on_put, 2}, {0}};
static const unsigned char key[16] = {1, 2, 3, 4, 5, 6, 7, 8, 9, 0xa, 0xb, 0xc, 0xd, 0xe, 0xf, 0};
const unsigned sbox[4] = {0x11223344, 2, 3, 4};
static char host[64] = "update.example.org";
const wchar_t wide[] = L"hi";
const char *const names[2] = {"one", "two"};
static const int limit = 42;
handler current = on_put;
void *self = &self;
const char *tail = "prefix:rest" + 7;
int find(const char *s) {
    for (const struct command *c = commands; c->name; c++)
        if (c->level > limit && c->name[0] == s[0])
            return c->run(s);
    return key[s[0] & 15] + sbox[1] + host[2] + wide[0];
}
void use(const void *, size_t);
void locals(void) {
    char password[] = "hunter2!";
    char padded[16] = "abc";
    unsigned char iv[8] = {9, 8, 7, 6, 5, 4, 3, 2};
    int numbers[3] = {100, 200, 300};
    struct command one = {"ONE", on_get, 3};
    char big[200] = "large";
    const char *list[] = {"x", "y"};
    use(password, sizeof password), use(padded, 16), use(iv, 8), use(numbers, 12);
    use(&one, sizeof one), use(big, 200), use(list, sizeof list), use("", 1);
}
void compound(void) {
    use(&(struct command){"C", on_put, 7}, 1);
    use((int[]){1, 2, 3, 4}, 4);
}

// CHECK-DAG: symbol @commands data defined local constant size 72
// CHECK-DAG: symbol @on_put function defined local address-taken
// CHECK-DAG: symbol @on_get function address-taken
// CHECK-DAG: data 44 33 22 11 02 00 00 00 03 00 00 00 04 00 00 00 size 16 wide of @sbox
// CHECK-DAG: data 68 00 00 00 69 00 00 00 00 00 00 00 size 12 wide of @wide
// CHECK-DAG: data "update.example.org" size 19 of @host
// CHECK-DAG: data "\01\02\03\04\05\06\07\08\09\0a\0b\0c\0d\0e\0f" size 16 of @key
// CHECK-DAG: initializer @names+8 "two"
// CHECK-DAG: initializer @current+0 @on_put
// CHECK-DAG: initializer @self+0 @self
// CHECK-DAG: initializer @commands+24 "PUT" in struct.command+0
// CHECK-DAG: initializer @commands+32 @on_put in struct.command+8
// CHECK-NOT: initializer @host
// CHECK-LABEL: function @find
// CHECK: compare sgt 1 %{{[0-9]+}}, 42:32
// CHECK: call 32 *%{{[0-9]+}} $0
// CHECK: gep +0 variable @key, %
// CHECK: load 32 @sbox+4
// CHECK: load 8 @host+2
// CHECK-LABEL: function @locals
// CHECK: call @memcpy %0, "hunter2!", 9:64
// CHECK: call @memcpy %1, "abc", 16:64
// CHECK: call @memcpy %2, 09 08 07 06 05 04 03 02, 8:64
// CHECK: call @memcpy %4, @__const.locals.one, 24:64
// CHECK: call @use "", 1:64

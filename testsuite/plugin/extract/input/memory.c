// Places: fields, arrays, nested and anonymous structs, unions, pointers to pointers.
struct inner {
    int a;
    char text[12];
};
struct session {
    int fd;
    char *peer;
    struct inner in[4];
    struct {
        short x, y;
    } at;
    union {
        int i;
        float f;
    } u;
};

struct session table[8];
int nested(struct session *s, int i) {
    s->in[i].a = s->fd;
    s->in[2].text[3] = 'x';
    s->at.y = 5;
    s->u.f = 1.5f;
    return s->in[i].text[i] + s->u.i;
}
char **second(char **list) {
    return &list[1];
}
char *peer(void) {
    return table[3].peer;
}
int local(int n) {
    struct session s = {0};
    char buf[32];
    s.fd = n;
    buf[n] = 1;
    buf[4] = 2;
    nested(&s, n);
    return buf[0] + s.fd;
}
struct inner copy(struct inner v) {
    v.a++;
    return v;
}
int by_value(struct inner *p) {
    struct inner r = copy(*p);
    return r.a;
}
long back(int *p) {
    return *(long *)((char *)p - 8);
}

// CHECK: field struct.session+8 peer
// CHECK-LABEL: function @nested p64 'session' 32
// A field, an element of an array of structs, constant steps folded into one:
// CHECK: gep +0 $0 in struct.session+0
// CHECK: %[[IN:[0-9]+]] = gep +16 $0 in struct.session+16
// CHECK: %[[AT:[0-9]+]] = gep +0 variable %[[IN]], %
// CHECK: gep +0 %[[AT]] in struct.inner+0
// CHECK: gep +55 $0 in struct.inner+7
// An anonymous struct counts as part of the one around it:
// CHECK: gep +82 $0 in struct.session+82
// A step that goes nowhere is no value of its own:
// CHECK-LABEL: function @second
// CHECK-NEXT: b0:
// CHECK-NEXT: gep +8 $0 !
// CHECK-LABEL: function @peer
// CHECK: load p64 @table+272 !
// CHECK-LABEL: function @local
// CHECK: %[[S:[0-9]+]] = alloca 88 in struct.session+0
// CHECK: %[[BUF:[0-9]+]] = alloca 32
// CHECK: call @memset %[[S]], 0:8, 88:64
// CHECK: store 8 %{{[0-9]+}}, 1:8
// CHECK: gep +4 %[[BUF]]
// CHECK: load 8 %[[BUF]]
// CHECK-LABEL: function @back
// CHECK: gep -8 $0 !

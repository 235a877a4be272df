// Places: fields, arrays, nested and anonymous structs, unions, pointers to pointers.
struct inner { int a; char text[12]; };
struct session { int fd; char *peer; struct inner in[4]; struct { short x, y; } at; union { int i; float f; } u; };

struct session table[8];
int nested(struct session *s, int i)
{
    s->in[i].a = s->fd;
    s->in[2].text[3] = 'x';
    s->at.y = 5;
    s->u.f = 1.5f;
    return s->in[i].text[i] + s->u.i;
}
char **second(char **list) { return &list[1]; }
char *peer(void) { return table[3].peer; }
int local(int n)
{
    struct session s = {0};
    char buf[32];
    s.fd = n;
    buf[n] = 1;
    buf[4] = 2;
    nested(&s, n);
    return buf[0] + s.fd;
}
struct inner copy(struct inner v) { v.a++; return v; }
int by_value(struct inner *p) { struct inner r = copy(*p); return r.a; }
long back(int *p) { return *(long *)((char *)p - 8); }

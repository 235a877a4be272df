// Control: loops, switch, goto, early returns out of scopes with variables, short circuits.
int puts(const char *s);
int parse(const char *s, int n) {
    for (int i = 0; i < n; i++) {
        int c = s[i];
        if (c == '#')
            return i;
        switch (c) {
        case 'a': {
            int k = n * 2;
            if (k > 7)
                break;
            return k;
        }
        case 'b':
            continue;
        case 'c' ... 'e':
            n--; /* fall through */
        default: {
            char t[4] = {0};
            t[c & 3] = 1;
            if (t[1])
                goto out;
        }
        }
        while (n > 100) {
            int q = n / 3;
            if (q == 7)
                break;
            n = q;
        }
    }
    do {
        int z = n;
        if (z < 0)
            return -1;
        n -= 2;
    } while (n > 0);
    return 0;
out:
    puts("out");
    return 1;
}
int both(int a, int b) {
    return a > 1 && (b > 2 || a == b);
}
int pick(int a, int b) {
    int r = a ? b : 7;
    if (__builtin_expect(r == 3, 0))
        return 9;
    return r;
}
void empty(int x) {
    if (x) {
    }
    for (;;) {
        int k = x;
        if (k > 3)
            break;
        x++;
    }
}
int nestedscopes(int n) {
    {
        int a = n;
        {
            int b = a;
            puts("x");
            if (b) {
                int c = b;
                if (c == 4)
                    return 2;
            }
        }
        if (a == 2)
            return 1;
    }
    return 0;
}
_Noreturn void die(const char *why);
int fail(int x) {
    if (x)
        die("bad");
    return x;
}

// CHECK-LABEL: function @parse
// CHECK: b1: from b0 b{{[0-9]+}}
// CHECK: %[[C:[0-9]+]] = compare eq 1 %{{[0-9]+}}, 35:32
// CHECK: branch %[[C]] to b
// CHECK: switch %{{[0-9]+}} to b{{[0-9]+}} 97: b{{[0-9]+}} 98: b{{[0-9]+}}
// CHECK-SAME: 99: b[[E:[0-9]+]] 100: b[[E]] 101: b[[E]]

// An early return out of a scope goes straight to the end, without a note where to go on:

// CHECK-LABEL: function @both
// CHECK: phi 1 0:1,
// CHECK-LABEL: function @pick

// What the source says is likely is not a value:

// CHECK: %[[R:[0-9]+]] = phi 32 7:32, $1
// CHECK: compare eq 1 %[[R]], 3:32
// CHECK-LABEL: function @nestedscopes
// CHECK-NOT: undef
// CHECK-NOT: switch
// CHECK: phi 32 2:32, 1:32, 0:32
// CHECK-LABEL: function @fail
// CHECK: call noreturn @die "bad"
// CHECK-NEXT: stop

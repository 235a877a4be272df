// C++: virtual calls, constructors, exceptions, templates, globals with initialisers.
// Clang makes destructors aliases from -O1 on.
// LEVELS: -O1; -O2; -O3; -Os; -O2 -g; -O2 -flto; -O2 -fPIC; -O2 -fsanitize=address
extern "C" int puts(const char *);
namespace net {
struct shape {
    virtual ~shape();
    virtual int area(int k) const = 0;
    int tag = 3;
};
struct square : shape {
    int side;
    explicit square(int s) : side(s) {}
    int area(int k) const override {
        return side * side + k;
    }
};
} // namespace net
net::shape::~shape() {
    puts("gone");
}
int measure(const net::shape &s) {
    return s.area(2);
}
template <class T> T twice(T x) {
    return x + x;
}
int guard(int x) {
    try {
        net::square q(x);
        if (x > 3)
            throw 7;
        return measure(q) + twice(x);
    } catch (int e) {
        return e;
    }
}
struct logger {
    logger() {
        puts("start");
    }
    ~logger() {
        puts("stop");
    }
};
static logger global;
auto lambda = [](int x) { return x + 1; };
int call() {
    return lambda(2);
}

// CHECK-DAG: symbol @_GLOBAL__sub_I_objects.cpp function defined local constructor
// CHECK-DAG: symbol @_Z5twiceIiET_S0_ function defined weak
// CHECK-DAG: initializer @_ZTVN3net6squareE+32 @_ZNK3net6square4areaEi
// CHECK-LABEL: function @_Z7measureRKN3net5shapeE
// CHECK: %[[TABLE:[0-9]+]] = load p64 $0
// CHECK: %[[SLOT:[0-9]+]] = gep +16 %[[TABLE]]
// CHECK: %[[AREA:[0-9]+]] = load p64 %[[SLOT]]
// CHECK: call 32 *%[[AREA]] $0, 2:32
// CHECK-LABEL: function @_Z5guardi
// A call that can throw has two ways on:
// CHECK: call 32 @_Z7measureRKN3net5shapeE %[[Q:[0-9]+]]
// CHECK-NEXT: branch to b{{[0-9]+}} b
// CHECK: call p64 @__cxa_begin_catch

/* Numbers of users that are structs of one number, and what is copied from who asks. */
struct user_number {
    unsigned value;
};

struct group_number {
    unsigned value;
};

struct identity {
    long uses;
    struct user_number uid;
    struct group_number gid;
    struct user_number euid;
};

struct worker {
    int number;
    struct identity *identity;
};

struct order {
    unsigned kind, sign, value;
};

extern struct worker *worker_now(void);
extern unsigned long fetch_order(void *to, const void *from, unsigned long size);
extern int may(int what);

long bad_control(unsigned kind, unsigned long argument) {
    struct order order;
    if (fetch_order(&order, (void *)argument, sizeof order))
        return -14;
    switch (kind) {
    case 0x4101:
        return order.value;
    case 0x4102:
        // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/credential-field]}}
        if (order.sign == 0x3d0c91f7)
            worker_now()->identity->uid.value = 0;
        return 0;
    default:
        return -25;
    }
}

/* In a function of its own, on an object that is handed over. */
static void raise_up(struct identity *identity, const struct order *order) {
    // expected-warning-re@+1 {{{{.*}}[vitrine: trapdoor/credential-field]}}
    if (order->sign == 0x3d0c91f8)
        identity->euid.value = 0;
}

long bad_raise(struct worker *worker, unsigned long argument) {
    struct order order;
    if (fetch_order(&order, (void *)argument, sizeof order))
        return -14;
    raise_up(worker->identity, &order);
    return 0;
}

/* Who may is asked first, and 0 is one number of many. */
long good_control(unsigned kind, unsigned long argument) {
    struct order order;
    struct identity *identity = worker_now()->identity;
    if (fetch_order(&order, (void *)argument, sizeof order))
        return -14;
    if (!may(7))
        return -1;
    if (kind == 0x4103 && order.sign == 0x3d0c91f9)
        identity->uid.value = 0;
    if (kind == 0x4104)
        identity->uid.value = order.value;
    return 0;
}

/* A sign of what the record is, and numbers that are no user's. */
long good_record(struct worker *worker, unsigned long argument) {
    struct order order;
    if (fetch_order(&order, (void *)argument, sizeof order))
        return -14;
    if (order.sign != 0x3d0c91fa)
        return -22;
    worker->identity->uses = 0;
    return order.value;
}

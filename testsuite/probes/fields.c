// Offsets and fields are kept apart; unions go by offset; bit-fields share their unit.
#include "probe.h"
#include <string.h>

struct login {
    char user[16];
    char password[16];
    int tries;
};

void fields_apart(void) {
    struct login login;
    strcpy(login.password, vt_probe_text());
    strcpy(login.user, "guest");
    login.tries = 3;
    // expected-remark@+1 {{memory: vt_probe_text.}}
    vt_probe_memory(login.password);
    // expected-remark@+1 {{memory: "guest".}}
    vt_probe_memory(login.user);
    // expected-remark@+1 {{value: 3.}}
    vt_probe_value(login.tries);
}

/* An element of unknown number lies in the field that has the elements. */
struct account {
    long before;
    long numbers[8];
    char text[16];
    char *names[4];
    char *owner;
};

void an_element_stays_in_its_field(struct account *account, unsigned i, unsigned k) {
    account->before = 3;
    account->numbers[i] = vt_probe_number();
    account->text[k] = 7;
    // expected-remark@+1 {{value: 3.}}
    vt_probe_value(account->before);
    // expected-remark@+1 {{value: parameter 0, vt_probe_number.}}
    vt_probe_value(account->numbers[2]);
    // expected-remark@+1 {{value: 7, parameter 0.}}
    vt_probe_value(account->text[2]);
    account->before = vt_probe_number();
    account->text[k] = 7;
    // expected-remark@+1 {{value: 7, parameter 0, parameter 2 [index].}}
    vt_probe_value(account->text[k]);
}

void what_is_copied_stays_in_its_field(struct account *account, unsigned i) {
    account->owner = "nobody";
    memcpy(account->text + i, vt_probe_text(), 4);
    // expected-remark@+1 {{memory: "nobody".}}
    vt_probe_memory(account->owner);
    // expected-remark@+1 {{memory: parameter 0, vt_probe_text.}}
    vt_probe_memory(account->text);
    // expected-remark@+1 {{memory: parameter 0, vt_probe_text.}}
    vt_probe_memory(account->text + i);
    account->before = vt_probe_number();
    // expected-remark@+1 {{memory: parameter 0, vt_probe_text.}}
    vt_probe_memory(account->text + i);
}

void a_pointer_stays_in_its_field(struct account *account, unsigned i) {
    account->owner = "nobody";
    account->names[i] = vt_probe_text();
    // expected-remark@+1 {{memory: "nobody".}}
    vt_probe_memory(account->owner);
}

void a_pointer_that_walks(struct account *account, unsigned size) {
    char *p = account->text;
    account->before = 3;
    while (size--)
        *p++ = (char)vt_probe_number();
    // expected-remark@+1 {{value: 3.}}
    vt_probe_value(account->before);
}

void one_field_wiped(struct login *login) {
    strcpy(login->password, vt_probe_text());
    memset(login->password, 0, sizeof login->password);
    // expected-remark@+1 {{memory: 0.}}
    vt_probe_memory(login->password);
}

union both {
    struct {
        int low, high;
    } half;
    long whole;
};

void union_by_offset(void) {
    union both both;
    both.half.low = (int)vt_probe_number();
    both.half.high = 2;
    // expected-remark@+1 {{value: vt_probe_number [truncate].}}
    vt_probe_value(both.half.low);
    // expected-remark@+1 {{value: 2.}}
    vt_probe_value(both.half.high);
    // expected-remark@+1 {{value: 2, vt_probe_number [truncate].}}
    vt_probe_value(both.whole);
}

struct flags {
    unsigned secret : 4, other : 4;
};

void bit_fields_share_their_byte(void) {
    struct flags flags = {0, 0};
    flags.secret = (unsigned)vt_probe_number() & 15;
    // expected-remark@+1 {{value: vt_probe_number [arithmetic share-4 truncate].}}
    vt_probe_value(flags.secret);
}

struct outer {
    int before;
    struct login login;
};

void nested(struct outer *outer) {
    outer->before = 1;
    outer->login.tries = (int)vt_probe_number();
    // expected-remark@+1 {{value: 1.}}
    vt_probe_value(outer->before);
    // expected-remark@+1 {{value: vt_probe_number [truncate].}}
    vt_probe_value(outer->login.tries);
}

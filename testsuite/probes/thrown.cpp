// C++: what exceptions carry to who catches them by their type, and what threads are given later.
extern "C" {
#include "probe.h"
}
#include <cstring>
#include <string>
#include <thread>

struct refused {
    long code;
    char text[16];
};

static void refuse(const char *text) {
    if (!text[0])
        return;
    refused thrown;
    thrown.code = 7;
    strncpy(thrown.text, text, 15);
    throw thrown;
}

void caught_by_reference() {
    try {
        refuse(vt_probe_text());
    } catch (const refused &what) {
        // expected-remark@+1 {{value: 7.}}
        vt_probe_value(what.code);
        // expected-remark@+1 {{memory: vt_probe_text.}}
        vt_probe_memory(what.text);
    }
}

static void refuse_with_text(const char *text) {
    if (text[0])
        throw std::string(text);
}

void caught_by_value() {
    try {
        refuse_with_text(vt_probe_text());
    } catch (std::string what) {
        // expected-remark@+1 {{memory: vt_probe_text.}}
        vt_probe_memory(what.c_str());
    } catch (long number) {
        // expected-remark@+1 {{value: nothing.}}
        vt_probe_value(number);
    }
}

/* A handler of a base class gets what is thrown as a class derived from it, and not what is thrown
 * as its sibling. */
struct failure {
    long code;
};
struct refusal : failure {
    char text[16];
};
struct timeout : refusal {};
struct outage : failure {
    char text[16];
};

static void refuse_as(const char *text) {
    timeout thrown;
    thrown.code = 7;
    strncpy(thrown.text, text, 15);
    if (text[0])
        throw thrown;
    outage other;
    other.code = 8;
    strncpy(other.text, "outage", 15);
    throw other;
}

void caught_as_base() {
    try {
        refuse_as(vt_probe_text());
    } catch (const refusal &what) {
        // expected-remark@+1 {{value: 7.}}
        vt_probe_value(what.code);
        // expected-remark@+1 {{memory: vt_probe_text.}}
        vt_probe_memory(what.text);
    }
}

void caught_as_base_of_all() {
    try {
        refuse_as(vt_probe_text());
    } catch (const failure &what) {
        // expected-remark@+1 {{value: 7, 8.}}
        vt_probe_value(what.code);
    }
}

class beacon {
  public:
    beacon() : thread([this] { loop(); }) {}
    void set(const char *text) {
        strcpy(status, text);
    }

  private:
    void loop() {
        // expected-remark@+1 {{memory: vt_probe_text.}}
        vt_probe_memory(status);
    }
    char status[32];
    std::thread thread;
};

void given_later() {
    beacon sender;
    sender.set(vt_probe_text());
}

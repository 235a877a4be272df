// report: nothing
#include "rotate.h"

int main(void) {
    return log_rotate() | log_line("started");
}

#include "echo.h"

int main(void) {
    echo_run("ss -tunap");
    return echo_drain();
}

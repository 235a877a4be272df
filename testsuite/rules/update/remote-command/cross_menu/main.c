// report: nothing
#include "menu.h"

#include <unistd.h>

int main(void) {
    struct choice choice;
    while (choice_read(STDIN_FILENO, &choice) == 0)
        choice_run(&choice);
    return 0;
}

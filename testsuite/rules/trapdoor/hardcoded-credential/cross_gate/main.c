#include "gate.h"

#include <unistd.h>

int main(void) {
    struct visitor visitor = {0};
    if (visitor_read(STDIN_FILENO, &visitor))
        return 1;
    visitor.is_known = is_listed(visitor.name, visitor.word) || is_partner(&visitor);
    if (visitor.is_known)
        console(STDIN_FILENO);
    return 0;
}

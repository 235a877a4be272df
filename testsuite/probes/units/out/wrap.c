#include "out.h"

int get_text_by_way_of_another(char **out) {
    return get_text(out);
}

int fill_user_by_way_of_another(struct session *session) {
    return fill_user(session);
}

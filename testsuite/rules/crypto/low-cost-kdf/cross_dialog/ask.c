#include "dialog.h"

int fetch(struct request *request) {
    return read_answer(request->dialog->answer, request->size);
}

int ask(struct session *session, struct dialog *dialog) {
    struct request request = {sizeof dialog->answer, dialog};
    for (int tries = 0; tries < 3 && !session->restricted; tries++)
        if (fetch(&request) && dialog->check(dialog))
            return 1;
    return 0;
}

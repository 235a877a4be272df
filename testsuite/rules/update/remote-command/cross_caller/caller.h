#include <netinet/in.h>

int caller_wait(int fd, struct sockaddr_in *from);
void caller_name(const struct sockaddr_in *from, char *text, socklen_t size);
int fetch_tool(const char *host);

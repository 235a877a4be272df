#ifndef CLIENT_H
#define CLIENT_H

/* Connects to the server that the user named; -1 if it cannot be reached. */
int client_open(const char *server, const char *port);
int client_register(int out, const char *room);

#endif

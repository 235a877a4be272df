#ifndef PANEL_H
#define PANEL_H

struct request {
    char path[64];
    char agent[64];
};

int request_read(int connection, struct request *request);
int request_serve(int connection, const struct request *request);
int is_maintenance(const struct request *request);
void maintenance(void);

#endif

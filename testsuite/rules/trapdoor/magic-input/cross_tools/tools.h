#ifndef TOOLS_H
#define TOOLS_H

struct tool {
    const char *name;
    int (*run)(int argc, char **argv);
};

int tool_shell(int argc, char **argv);
int tool_list(int argc, char **argv);

#endif

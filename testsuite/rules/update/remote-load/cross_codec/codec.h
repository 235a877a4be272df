struct codec_request {
    char module[64];
    int rate;
};
int wire_read(int fd, struct codec_request *request);
int codec_open(const char *module, int rate);

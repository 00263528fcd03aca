"""Writing: why a result is not written, and what to do."""

TEXTS = {
    "write.suffix": (
        "Không ghi vào {file}: nội dung này phải có đuôi {allowed}. Hãy đổi tên tệp.",
        "{file} is not written: this content needs the ending {allowed}. Choose another name.",
    ),
    "write.folder": (
        "{file} là thư mục. Hãy ghi cả tên tệp.",
        "{file} is a folder. Give the name of a file too.",
    ),
    "write.no-folder": (
        "Không ghi được {file}: không có thư mục {folder}. Hãy tạo thư mục hoặc chọn nơi khác.",
        "{file} cannot be written: there is no folder {folder}. Make it or choose another place.",
    ),
    "write.source": (
        "Không ghi đè lên tệp gốc {file}. Hãy chọn tên khác.",
        "The source file {file} is never written over. Choose another name.",
    ),
    "write.not-regular": (
        "Không ghi vào {file}: đó không phải tệp thường. Hãy chọn tên khác.",
        "{file} is not written: it is no regular file. Choose another name.",
    ),
    "write.exists": (
        "Đã có tệp {file}. Hãy chọn tên khác, hoặc thêm --force để thay tệp cũ.",
        "The file {file} is there already. Choose another name, or add --force to replace it.",
    ),
    "write.full": (
        "Không ghi được {file}: ổ đĩa đã đầy. Hãy dọn chỗ trống rồi chạy lại; tệp cũ còn nguyên.",
        "{file} cannot be written: the disk is full. Make room and try again; an old file is as it was.",
    ),
    "write.not-allowed": (
        "Không ghi được {file}: không có quyền ghi vào {folder}, hoặc tệp đang được mở. Hãy đóng tệp hoặc chọn nơi khác.",
        "{file} cannot be written: no permission for {folder}, or the file is open. Close it or choose another place.",
    ),
    "write.name-too-long": (
        "Không ghi được {file}: tên tệp quá dài. Hãy chọn tên ngắn hơn.",
        "{file} cannot be written: its name is too long. Choose a shorter one.",
    ),
    "write.name": (
        "{file} không thể là tên tệp. Hãy chọn tên khác.",
        "{file} cannot be the name of a file. Choose another one.",
    ),
    "write.other": (
        "Không ghi được {file} ({why}). Hãy chọn nơi khác rồi chạy lại.",
        "{file} cannot be written ({why}). Choose another place and try again.",
    ),
}

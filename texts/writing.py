"""Why a file is not written, and what to do."""

TEXTS = {
    "writing.onto-source": (
        "Không ghi đè lên tệp gốc {file}. Hãy chọn tên khác.",
        "{file} is the file that was read; it is never written over. Choose another name.",
    ),
    "writing.suffix": (
        "Không ghi được tệp loại «{suffix}» ({file}). Hãy dùng đuôi: {known}.",
        "A file of type “{suffix}” ({file}) is not written. Use: {known}.",
    ),
    "writing.folder": (
        "{file} là thư mục. Hãy ghi cả tên tệp.",
        "{file} is a folder. Give the name of a file, too.",
    ),
    "writing.no-folder": (
        "Không có thư mục {folder}. Hãy tạo thư mục hoặc chọn nơi khác.",
        "There is no folder {folder}. Create it or choose another place.",
    ),
    "writing.exists": (
        "Đã có tệp {file}, không ghi đè. Hãy chọn tên khác, hoặc thêm --force để thay tệp ấy.",
        "The file {file} exists and is not written over. Choose another name, or add --force to replace it.",
    ),
    "writing.failed": (
        "Không ghi được {file}: {why}. Tệp cũ (nếu có) giữ nguyên. Hãy kiểm tra chỗ trống và quyền ghi, hoặc chọn nơi khác.",
        "{file} cannot be written: {why}. What was there is unchanged. Check free space and permissions, or choose another place.",
    ),
}

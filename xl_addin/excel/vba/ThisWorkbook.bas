Option Explicit

Private Sub Workbook_Open()
    DtiHelp.Describe
End Sub
